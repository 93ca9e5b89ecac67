import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { patterns } from '../page/addresses.ts';
import { Refusal } from '../terms/refusal.ts';
import type { DeskParts } from './desk-routes.ts';
import type { DeskStore, KeptReport } from './desk-port.ts';
import { fetchReport } from './fetch-report.ts';
import { readingOf, setPublished, takeIn, type Incoming } from './intake.ts';
import { nearReports } from './near-reports.ts';
import { readAgain } from './second-reading.ts';
import { checked } from './request.ts';

const reportsListed = 100;

const Pasted = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ html: z.string() }),
  z.strictObject({ url: z.string().max(2000) }),
]);

const Dated = z.strictObject({ published: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]) });

/** The desk's addresses for reports: taking one in, the list, one with what reading found, and those that could not be read. */
export function deskReportRoutes(app: FastifyInstance, { desk, now, fetchLimits, reader }: DeskParts): void {
  app.post(patterns.deskReports, async (request, reply) => {
    const incoming = request.isMultipart() ? await uploaded(request) : await pasted(request.body);
    const report = await takeIn(desk, { ...incoming, by: request.editor }, now());
    readBySecond(request, report);
    return reply.code(201).send(await whole(desk, report));
  });

  app.get(patterns.deskReports, async () => (await desk.reports(reportsListed)).map(listed));

  app.get<{ Params: { report: string } }>(patterns.deskReport, async (request) => {
    const report = await desk.report(request.params.report);
    if (report === null) throw new Refusal('report-unknown', { report: request.params.report });
    return whole(desk, report);
  });

  app.put<{ Params: { report: string } }>(patterns.deskReport, async (request) => {
    const { published } = checked(Dated, request.body);
    const report = await desk.report(request.params.report);
    if (report === null) throw new Refusal('report-unknown', { report: request.params.report });
    const again = await setPublished(desk, report, published);
    readBySecond(request, again);
    return whole(desk, again);
  });

  app.get(patterns.deskUnreadReports, async () => desk.unreads(reportsListed));

  app.post<{ Params: { report: string } }>(patterns.deskUnreadReport, async (request, reply) => {
    const unread = await desk.unread(request.params.report);
    if (unread === null) throw new Refusal('report-unknown', { report: request.params.report });
    const report = await takeIn(desk, { ...unread, by: unread.takenInBy }, now());
    readBySecond(request, report);
    return reply.code(201).send(await whole(desk, report));
  });

  app.delete<{ Params: { report: string } }>(patterns.deskUnreadReport, async (request, reply) => {
    await desk.dropUnread(request.params.report);
    return reply.code(204).send();
  });

  /** Nobody waits for a second reader: what it finds is there when the report is opened again. */
  function readBySecond({ log }: FastifyRequest, report: KeptReport): void {
    if (reader !== null)
      readAgain(desk, report, reader).catch((reason: unknown) => log.warn({ err: reason }, 'second reader'));
  }

  async function pasted(body: unknown): Promise<Omit<Incoming, 'by'>> {
    const what = checked(Pasted, body);
    if ('url' in what) {
      const { bytes, contentType, address } = await fetchReport(what.url, fetchLimits);
      return { bytes, contentType, fileName: null, origin: address };
    }
    const [text, contentType] = 'html' in what ? [what.html, 'text/html'] : [what.text, 'text/plain'];
    return { bytes: Buffer.from(text), contentType: `${contentType}; charset=utf-8`, fileName: null, origin: null };
  }
}

async function uploaded(request: FastifyRequest): Promise<Omit<Incoming, 'by'>> {
  const file = await request.file();
  if (file === undefined) throw new Refusal('request-unreadable', { what: 'it holds no file' });
  return { bytes: await file.toBuffer(), contentType: file.mimetype, fileName: file.filename, origin: null };
}

function listed(report: Omit<KeptReport, 'bytes' | 'words' | 'reading'>) {
  const { text, line, origin, fileName, takenIn, takenInBy } = report;
  return { text, line, origin, fileName, takenIn, takenInBy };
}

async function whole(desk: DeskStore, report: KeptReport) {
  return { ...listed(report), reading: readingOf(report), near: await nearReports(desk, report) };
}
