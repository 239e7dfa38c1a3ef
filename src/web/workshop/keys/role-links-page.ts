import { issuableKeys } from '#workshop/issue-key.ts';
import type { Role } from '#workshop/role.ts';
import { type KeyRole, keyRoles } from '#workshop/role.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { actorName } from '../actor-name.ts';

export type RoleLinks = {
  workshop: Workshop;
  open: OpenAssessment;
  /** Whose page it is. */
  role: Role;
  isAdministrator: boolean;
  /** Shown now and never again. */
  issued?: { role: KeyRole; link: string } | undefined;
  refused?: { title: string; text: string } | undefined;
};

/** Whose link is how old, and a new one where the old one is lost or in the wrong hands. */
export function roleLinksPage(given: RoleLinks, format: Format): Page {
  const { workshop, open, role, isAdministrator, issued, refused = null } = given;
  const { t } = format;
  const base = `/workshops/${workshop.id}`;
  const issuable = issuableKeys(workshop, role);
  return {
    template: 'workshop/role-links',
    title: t('role-links.title', { title: workshop.title }),
    section: 'assessments',
    ...(isAdministrator ? { assessmentBar: assessmentBar(open, 'workshops', format) } : {}),
    view: {
      heading: workshop.title,
      action: `${base}/keys`,
      cockpit: base,
      rev: String(workshop.rev),
      refused,
      issued: issued
        ? { heading: t('role-links.issued', { role: t(`workshop.role.${issued.role}`) }), link: issued.link }
        : null,
      rows: keyRoles.map(each => ({
        id: each,
        role: t(`workshop.role.${each}`),
        may: t(`workshops.may.${each}`),
        since: sinceWords(each, workshop, format),
        button: issuable.includes(each) ? t('role-links.replace', { role: t(`workshop.role.${each}`) }) : null,
        why: t(workshop.state === 'closed' ? 'role-links.closed' : 'role-links.not-yours'),
      })),
    },
  };
}

function sinceWords(role: KeyRole, { log, createdAt }: Workshop, format: Format): string {
  const last = log.findLast(({ key }) => key === role);
  return last
    ? format.t('role-links.replaced', { when: format.dayAndTime(last.at), who: actorName(last, format) })
    : format.t('role-links.made', { when: format.dayAndTime(createdAt) });
}
