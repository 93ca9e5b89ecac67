import { readPlain, type Piece } from '../plain.ts';
import type { Alert, AlertInfo } from '../reading.ts';
import { untold, webAddress, type Formatted } from './formatted.ts';
import { childrenOf, textIn, textOf, type XmlElement } from './xml.ts';

/** So many stretches of information, and areas of each, are read. */
const most = 100;

/** What an alert says of itself and of each event, by the names that the standard gives it. */
const ofInfo = 'event urgency severity certainty audience onset effective expires senderName contact'.split(' ');

/**
 * Reads a public warning in the Common Alerting Protocol 1.2; `null` where the document is none.
 *
 * Source: OASIS CAP 1.2, section 3.2. Its text is what people are told, then each field as a line with its name.
 */
export function readCap(root: XmlElement): Formatted | null {
  if (root.name !== 'alert' || !/:cap:1\.\d$/.test(namespaceOf(root))) return null;
  const alert = alertOf(root);
  const all = childrenOf(root, 'info').slice(0, most);
  const language = languageOf(alert.infos);
  const infos = all.filter((info) => textIn(info, 'language') === language);
  const first = alert.infos.find((info) => info.language === language);
  const others = [...new Set(alert.infos.map((info) => info.language ?? 'no language'))].filter(
    (other) => other !== language,
  );
  return {
    ...untold(infos.flatMap(piecesOf)),
    title: first?.headline ?? first?.event ?? null,
    outlet: first?.senderName ?? alert.sender,
    published: alert.sent,
    publishedFrom: alert.sent === null ? null : 'markup',
    language,
    address: infos.map((info) => webAddress(textIn(info, 'web'))).find((address) => address !== null) ?? null,
    alerts: [alert],
    notes: [...notActual(alert), ...replacing(alert), ...inOthers(others)],
  };
}

/** The language in which an alert is read: English where it is told so, or in none that is named, else that of its first stretch; the others say the same. */
const languageOf = (infos: readonly AlertInfo[]): string | null =>
  (infos.find(({ language }) => /^en\b/i.test(language ?? 'en')) ?? infos[0])?.language ?? null;

const inOthers = (languages: readonly string[]) =>
  languages.length === 0
    ? []
    : [
        {
          code: 'languages-left-out',
          message: `It also speaks in ${languages.slice(0, 20).join(', ')}; that text was left out.`,
        },
      ];

const namespaceOf = (root: XmlElement): string =>
  Object.entries(root.attributes).find(([name, value]) => name.startsWith('xmlns') && value.includes(':cap:'))?.[1] ??
  '';

function alertOf(root: XmlElement): Alert {
  return {
    identifier: textIn(root, 'identifier'),
    sender: textIn(root, 'sender'),
    sent: textIn(root, 'sent'),
    status: textIn(root, 'status'),
    type: textIn(root, 'msgType'),
    references: textIn(root, 'references')?.split(/\s+/) ?? [],
    infos: childrenOf(root, 'info').slice(0, most).map(infoOf),
  };
}

function infoOf(info: XmlElement): AlertInfo {
  return {
    language: textIn(info, 'language'),
    headline: textIn(info, 'headline'),
    senderName: textIn(info, 'senderName'),
    event: textIn(info, 'event'),
    urgency: textIn(info, 'urgency'),
    severity: textIn(info, 'severity'),
    certainty: textIn(info, 'certainty'),
    effective: textIn(info, 'effective'),
    onset: textIn(info, 'onset'),
    expires: textIn(info, 'expires'),
    areas: childrenOf(info, 'area')
      .slice(0, most)
      .map((area) => ({
        name: textIn(area, 'areaDesc'),
        polygons: childrenOf(area, 'polygon').map(textOf),
        circles: childrenOf(area, 'circle').map(textOf),
      })),
  };
}

function piecesOf(info: XmlElement): Piece[] {
  const headline = textIn(info, 'headline') ?? textIn(info, 'event');
  const told = ['description', 'instruction'].flatMap((name) => readPlain(textIn(info, name) ?? ''));
  const fields = ofInfo.flatMap((name) => field(name, textIn(info, name)));
  const parameters = childrenOf(info, 'parameter')
    .slice(0, most)
    .flatMap((one) => field(textIn(one, 'valueName') ?? 'parameter', textIn(one, 'value')));
  const areas = childrenOf(info, 'area')
    .slice(0, most)
    .flatMap((area) => field('areaDesc', textIn(area, 'areaDesc')));
  return [
    ...(headline === null ? [] : [{ kind: 'title' as const, text: headline }]),
    ...told,
    ...fields,
    ...parameters,
    ...areas,
  ];
}

const field = (name: string, text: string | null): Piece[] =>
  text === null ? [] : [{ kind: 'cell', text: `${name}: ${text}` }];

const notActual = ({ status }: Alert) =>
  status === 'Actual'
    ? []
    : [{ code: 'alert-not-actual', message: `Its status is “${status ?? 'unknown'}”: nobody is warned by it.` }];

const replacing = ({ type, references }: Alert) =>
  type === null || type === 'Alert'
    ? []
    : [
        {
          code: 'alert-replaces',
          message: `It is of type “${type}” and refers to ${references.length === 1 ? 'an earlier alert' : `${references.length} earlier alerts`}.`,
        },
      ];
