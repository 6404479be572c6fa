import { randomBytes } from 'node:crypto';
import { withLettersAsWritten } from './printedText';
import { APP_ORIGIN, SCHEME } from './served';
import { createPrintWindow } from './window';

/** Longest a page may take to be laid out and printed, in milliseconds. */
const LONGEST = 120_000;

/** What a printed page may do: show its own style. The page's own policy is stricter still. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Prints a page of ours as PDF, in the size its style asks for: in a hidden window without script, hatch or network.
 * Fonts of this machine go into the file, so that it looks alike everywhere; what is searched or copied in it are the
 * letters that were written.
 *
 * @throws when the page cannot be printed in time.
 */
export async function printPage(html: string): Promise<Uint8Array> {
  // Without `persist:` the session lives in memory only.
  const window = createPrintWindow(`print-${randomBytes(8).toString('hex')}`);
  const { webContents } = window;
  const { protocol } = webContents.session;
  protocol.handle(SCHEME, ({ url }) =>
    url === `${APP_ORIGIN}/`
      ? new Response(html, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
        })
      : new Response(null, { status: 404 }),
  );
  const gone = new Promise<never>((_, reject) => {
    webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`Printing ended: ${reason}`)));
    setTimeout(() => reject(new Error('Printing took too long')), LONGEST).unref();
  });
  try {
    const printed = window.loadURL(`${APP_ORIGIN}/`).then(() =>
      webContents.printToPDF({
        preferCSSPageSize: true,
        landscape: true,
        pageSize: 'A3',
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: FOOTER,
      }),
    );
    return withLettersAsWritten(await Promise.race([printed, gone]), html);
  } finally {
    protocol.unhandle(SCHEME);
    window.destroy();
  }
}

/** Numbers stand in the margin: `2 / 5`. */
const FOOTER =
  '<div style="width:100%;padding:0 10mm;font:9px sans-serif;color:#5f6774;display:flex;justify-content:space-between"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';
