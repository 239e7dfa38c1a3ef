import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import type { Logger } from 'pino';
import { openDocumentRenderers, type RendererLimits } from '#publish/documents/document-renderers.ts';
import { summariseAssessment } from '#report/assessment-summary.ts';
import { openAssessmentStore } from '#store/assessment-store.ts';
import { openChecklistDocuments } from '#store/checklist-documents.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { openChecklistStore } from '#store/checklist-store.ts';
import { type DataFolder, openDataFolder } from '#store/data-folder.ts';
import { openEvidenceFiles } from '#store/evidence-files.ts';
import { openLanChoice } from '#store/lan-choice.ts';
import { openLocalToken } from '#store/local-token.ts';
import { openMilestoneFiles } from '#store/milestone-files.ts';
import { openMinutesFiles } from '#store/minutes-files.ts';
import { openWorkshopStore } from '#store/workshop-store.ts';
import { createApp } from '#web/app.ts';
import type { NetworkInterfaces } from '#web/lan/lan-addresses.ts';
import { LanServer } from '#web/lan/lan-server.ts';
import { openWords } from '#web/words.ts';
import { LiveRooms } from '#web/workshop/live/live-rooms.ts';
import { OpinionApplier } from '#web/workshop/opinion-applier.ts';
import type { Config } from './config.ts';
import { openFormats } from './open-formats.ts';
import { openPackWriter } from './pack-writer.ts';
import { programVersion } from './program-version.ts';
import { sweepDaily } from './sweep-daily.ts';

export type RunningServer = { port: number; link: string; stop: () => Promise<void> };

export type Surroundings = {
  config: Config;
  log: Logger;
  /** Where the built-in checklists stand. */
  checklistsFolder: string;
  now: () => Date;
  newId: () => string;
  /** Of documents that are set; the usual ones where they are left out. */
  documentLimits?: Partial<RendererLimits>;
  /** Of this machine, unless a test has others. */
  networkInterfaces?: () => NetworkInterfaces;
  /** Reads the built-in checklists. */
  loadChecklists?: typeof loadBuiltInChecklists;
};

/** The port is taken, or not for us to take. */
export class PortUnavailable extends Error {}

/** Joins stores and web and listens. Everything wrong with settings, checklists or stored files stops it here, with the folder released again. */
export async function serve(surroundings: Surroundings): Promise<RunningServer> {
  const dataFolder = await openDataFolder(surroundings.config.dataFolder, surroundings.log);
  try {
    return await serveFolder(surroundings, dataFolder);
  } catch (error) {
    await dataFolder.release();
    throw error;
  }
}

async function serveFolder(surroundings: Surroundings, dataFolder: DataFolder): Promise<RunningServer> {
  const { config, log, now, newId, networkInterfaces = os.networkInterfaces } = surroundings;
  const { loadChecklists = loadBuiltInChecklists } = surroundings;
  const words = openWords(key => log.error({ key }, 'a word is missing'));
  const builtIn = await loadChecklists(surroundings.checklistsFolder);
  const checklists = await openChecklistStore({ folder: dataFolder.path, builtIn, log });
  const assessments = await openAssessmentStore({
    folder: dataFolder.path,
    log,
    summarise: assessment => summariseAssessment(assessment, checklists.getPinned(assessment.checklist)),
  });
  const workshops = await openWorkshopStore({ folder: dataFolder.path, log, now });
  const live = new LiveRooms({ workshops, now, log });
  const opinions = new OpinionApplier({ stores: { workshops, assessments, checklists }, live, now, log });
  await opinions.applyLeftOver();
  const lan = new LanServer(networkInterfaces, openLanChoice(dataFolder.path, log));
  await lan.recall();
  const localToken = await openLocalToken(dataFolder.path, log);
  const { exports, exchange, sniff, describeApi } = openFormats();
  const files = await openEvidenceFiles({ folder: dataFolder.path, log, now, sniff });
  const { baseUrl, defaultLanguage, timeZone, uploads, lanPort } = config;
  const documents = openDocumentRenderers(surroundings.documentLimits);
  const packs = openPackWriter(timeZone);
  const checklistDocuments = openChecklistDocuments();
  const milestones = await openMilestoneFiles(dataFolder.path, log);
  const broughtMinutes = await openMinutesFiles(dataFolder.path, log);
  const app = createApp({
    ...{ checklists, drafts: checklists.drafts, checklistDocuments },
    ...{ assessments, files, milestones, workshops, broughtMinutes, live, opinions, lan },
    ...{ localToken, words, log, now, newId },
    ...{ baseUrl, defaultLanguage, timeZone, uploads, lanPort },
    programVersion: programVersion(),
    ...{ exports: { ...exports, documents }, exchange: { ...exchange, workbook: packs.write }, describeApi },
  });
  const server = createServer(app);
  const port = await listen(server, config);
  const sweeping = await sweepDaily({ assessments, files, log });
  return {
    port,
    link: `${baseUrl ?? originOf(config.host, port)}/login#token=${localToken}`,
    stop: async () => {
      live.stop();
      await lan.stop();
      await close(server);
      await documents.close();
      await packs.close();
      await checklistDocuments.close();
      await sweeping.stop();
      await opinions.stop();
      await workshops.close();
      await assessments.close();
      await dataFolder.release();
    },
  };
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Throws PortUnavailable. */
async function listen(server: Server, { host, port }: Config): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new PortUnavailable(
      `${host}:${port} 不能监听，可能被别的程序占用；换一个端口，例如 PORT=3001\n` +
        `cannot listen on ${host}:${port}; another program may have it: choose another port, for example PORT=3001`,
      { cause },
    );
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Takes no new requests and lets the ones under way finish, for ten seconds at most. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  const deadline = setTimeout(() => server.closeAllConnections(), 10_000);
  server.close();
  server.closeIdleConnections();
  await closed;
  clearTimeout(deadline);
}
