import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { patterns } from '../page/addresses.ts';
import { Refusal } from '../terms/refusal.ts';
import type { DeskParts } from './desk-routes.ts';
import type { KeptReport } from './desk-port.ts';
import { fetchReport } from './fetch-report.ts';
import { readingOf, takeIn, type Incoming } from './intake.ts';
import { checked } from './request.ts';

const reportsListed = 100;

const Pasted = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ html: z.string() }),
  z.strictObject({ url: z.string().max(2000) }),
]);

/** The desk's addresses for reports: taking one in, the list, and one with what reading found. */
export function deskReportRoutes(app: FastifyInstance, { desk, now, fetchLimits }: DeskParts): void {
  app.post(patterns.deskReports, async (request, reply) => {
    const incoming = request.isMultipart() ? await uploaded(request) : await pasted(request.body);
    const report = await takeIn(desk, { ...incoming, by: request.editor }, now());
    return reply.code(201).send(whole(report));
  });

  app.get(patterns.deskReports, async () => (await desk.reports(reportsListed)).map(listed));

  app.get<{ Params: { report: string } }>(patterns.deskReport, async (request) => {
    const report = await desk.report(request.params.report);
    if (report === null) throw new Refusal('report-unknown', { report: request.params.report });
    return whole(report);
  });

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

function whole(report: KeptReport) {
  const reading = readingOf(report);
  return { ...listed(report), reading };
}
