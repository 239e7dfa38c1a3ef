import compression from 'compression';
import express, { type Express } from 'express';
import { AppError } from '#shared/app-error.ts';
import { type Language, languageSchema } from '#shared/text.ts';
import { apiRoutes } from './api/api-routes.ts';
import { roomApi } from './api/room-api.ts';
import { workshopApi } from './api/workshop-api.ts';
import type { AppDependencies } from './app-dependencies.ts';
import { assessmentRoutes } from './assessment/assessment-routes.ts';
import { assetsRoutes } from './assets-routes.ts';
import { checklistRoutes } from './checklist/checklist-routes.ts';
import { checklistEditorRoutes } from './checklist-editor/checklist-editor-routes.ts';
import { compareRoutes } from './compare/compare-routes.ts';
import { errorPages } from './error-pages.ts';
import { type Format, formatIn } from './format.ts';
import { lanRoutes } from './lan/lan-routes.ts';
import { chooseLanguage, languageRoutes } from './language.ts';
import { allowedHost } from './middleware/allowed-host.ts';
import { localAccess } from './middleware/local-access.ts';
import { privateAnswers } from './middleware/private-answers.ts';
import { requestLog } from './middleware/request-log.ts';
import { originOrBearer, sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { operationsRoutes } from './operations/operations-routes.ts';
import { pageSender } from './page.ts';
import { phoneRoutes } from './phone/phone-routes.ts';
import { openTemplates } from './render-page.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import type { Site } from './site.ts';
import { startRoutes } from './start/start-routes.ts';
import { delayGuesses } from './workshop/guess-delay.ts';
import { keyRoutes } from './workshop/key-routes.ts';
import { deriveKeys } from './workshop/keys/derive-key.ts';
import { workshopRoutes } from './workshop/workshop-routes.ts';

/** The HTTP side, in the order in which a request meets it. */
export function createApp(dependencies: AppDependencies): Express {
  const render = openTemplates(dependencies.words);
  const sendPage = pageSender(render);
  const formats = { 'zh-CN': formatFor('zh-CN', dependencies), en: formatFor('en', dependencies) };
  const access = localAccess(dependencies.localToken);
  const guarding = { access, delayGuess: delayGuesses(), deriveKey: deriveKeys() };
  const site: Site = { ...dependencies, render, sendPage, formats, ...guarding };

  return express()
    .disable('x-powered-by')
    .set('query parser', 'simple')
    .use(requestLog(site.log, site.newId))
    .use(securityHeaders)
    .use(privateAnswers)
    .use(chooseLanguage(site.defaultLanguage))
    .use(allowedHost(site.baseUrl))
    .use(compression())
    .use(operationsRoutes(site))
    .use(assetsRoutes())
    .use(languageRoutes())
    .use(sameOrigin(site.baseUrl))
    .use(signInRoutes(site, access))
    .use(roomApi(site, 'everybody'))
    .use(phoneRoutes(site))
    .use(workshopApi(site))
    .use(keyRoutes(site))
    .use(workshopRoutes(site))
    .use(access.required)
    .use(originOrBearer)
    .use(startRoutes(site))
    .use(checklistRoutes(site))
    .use(checklistEditorRoutes(site))
    .use(assessmentRoutes(site))
    .use(compareRoutes(site))
    .use(lanRoutes(site))
    .use(apiRoutes(site))
    .use(() => {
      throw new AppError('not-found');
    })
    .use(errorPages(site));
}

function formatFor(language: Language, { words, timeZone, now }: AppDependencies): Format {
  const written = languageSchema.options.map(words.translate);
  return formatIn({ language, t: words.translate(language), timeZone, now, written });
}
