import type { FastifyInstance } from 'fastify';
import { KeptMails, type Mail, type Mailer } from '@maillage/platform';
import type { OfferedPersonas } from '../session/offered-personas.js';
import { document, escaped } from './mails.js';

const LINK = /https?:\/\/\S+/g;

/** `GET /mail`: mails that were kept in place of being sent. For whoever is at this machine; to others nothing is there. */
export function serveKeptMails(server: FastifyInstance, mailer: Mailer | undefined, offered: OfferedPersonas): void {
  if (!(mailer instanceof KeptMails)) return;
  server.get('/mail', async (request, reply) => {
    if (!offered.isFromHere(request)) {
      reply.callNotFound();
      return reply;
    }
    const { latest } = mailer;
    const shown = latest.length === 0 ? '<p>No mail yet.</p>' : latest.map(article).join('\n');
    return reply
      .headers({ 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(document('en', 'Mails kept here in place of being sent', `<h1>Mails kept here</h1>\n${shown}`));
  });
}

function article({ to, subject, text }: Mail): string {
  const paragraphs = text.trim().split('\n\n');
  const linked = paragraphs.map(
    (each) => `<p>${escaped(each).replace(LINK, (link) => `<a href="${link}">${link}</a>`)}</p>`,
  );
  return `<article><h2>${escaped(subject)}</h2>\n<p>${escaped(to)}</p>\n${linked.join('\n')}</article>`;
}
