import type { Workshop } from '#workshop/workshop.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { qrCode, wifiText } from '../workshop/qr-code.ts';
import type { LanAddress } from './lan-addresses.ts';
import type { TypedLan } from './lan-form.ts';
import type { LanState } from './lan-server.ts';

export type LanView = {
  workshop: Workshop;
  state: LanState;
  addresses: LanAddress[];
  showsAll: boolean;
  typed: TypedLan;
  errors: Partial<Record<keyof TypedLan, string>>;
  problem: string | null;
};

/** The guided step that lets phones in: which address, what it exposes, and how it is taken back. */
export function lanPage(view: LanView, format: Format): Page {
  const { workshop, state, problem } = view;
  const { t } = format;
  const base = `/workshops/${workshop.id}/lan`;
  const isOver = workshop.state === 'closed';
  return {
    template: 'workshop/lan',
    title: t('lan.title'),
    section: 'none',
    view: {
      ...{ title: t('lan.title'), workshop: workshop.title, cockpit: `/workshops/${workshop.id}`, problem },
      over: isOver,
      open: state.kind === 'open' ? openSection(view, state, format) : null,
      again: state.kind === 'interrupted' && !isOver ? againSection(view, state, base) : null,
      form: state.kind !== 'open' && !isOver ? formSection(view, base, format) : null,
      errors: Object.entries(view.errors).map(([field, text]) => ({ href: `#${field}`, text })),
      stop: `${base}/stop`,
    },
  };
}

type Open = Extract<LanState, { kind: 'open' }>;

function openSection({ workshop }: LanView, { choice, host, wifi }: Open, { t }: Format) {
  const isOurs = choice.workshop === workshop.id;
  const address = `http://${host}/join`;
  return {
    isOurs,
    other: isOurs ? null : `/workshops/${choice.workshop}/lan`,
    ...{ address, code: workshop.code },
    test: `http://${host}/w/${workshop.code}`,
    qr: isOurs ? qrCode(`http://${host}/join#${workshop.code}`, t('lan.qr', { address, code: workshop.code })) : null,
    wifi:
      wifi && wifi.password !== null
        ? {
            name: wifi.name,
            qr: qrCode(wifiText({ name: wifi.name, password: wifi.password }), t('lan.qr.wifi', { name: wifi.name })),
          }
        : null,
  };
}

function againSection({ typed }: LanView, { choice }: Extract<LanState, { kind: 'interrupted' }>, base: string) {
  const address = `${choice.address}:${choice.port}`;
  return { action: `${base}/start`, address, fields: { ...typed, address: choice.address, port: String(choice.port) } };
}

function formSection({ addresses, showsAll, typed, errors }: LanView, base: string, { t }: Format) {
  const shown = addresses.filter(({ isLikely }) => isLikely || showsAll);
  const chosen = typed.address === '' ? shown[0]?.address : typed.address;
  return {
    action: `${base}/start`,
    addresses: shown.map(({ address, network, isLikely }, index) => ({
      ...{ id: index === 0 ? 'address' : `address-${index}`, address, network },
      hint: isLikely ? '' : t('lan.unlikely'),
      isChosen: address === chosen,
    })),
    all: showsAll || shown.length === addresses.length ? null : `${base}?all=1`,
    error: errors.address ?? null,
    fields: [
      fieldOf('port', { typed, errors, type: 'text' }, t),
      fieldOf('wifi', { typed, errors, type: 'text' }, t),
      fieldOf('password', { typed, errors, type: 'text' }, t),
    ],
  };
}

type Fields = Pick<LanView, 'typed' | 'errors'> & { type: string };

function fieldOf(name: 'port' | 'wifi' | 'password', { typed, errors, type }: Fields, t: Format['t']) {
  return {
    ...{ name, type, value: typed[name], required: name === 'port', error: errors[name] ?? null },
    label: t(`lan.field.${name}`),
    hint: t(`lan.field.${name}.hint`),
  };
}
