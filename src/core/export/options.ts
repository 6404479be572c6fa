import { z } from 'zod';

/** Every form the plan can leave in but the plan file itself. A new one: its id here, its options below, a row in `registry.ts`. */
export const exporterIds = ['copy_pack', 'csv', 'xlsx', 'ics', 'markdown', 'json', 'html', 'pdf', 'docx'] as const;
export type ExporterId = (typeof exporterIds)[number];

/** What may be chosen about a form, with what is usual; a form without a choice has an empty object. */
export const exportOptions = z
  .object({
    copy_pack: z
      .object({
        /** What the folders are first: days, platforms or accounts. */
        by: z.enum(['day', 'platform', 'account']).default('day'),
        /** One zip in the place of a folder: easier to hand on, and to a phone. */
        zip: z.boolean().default(false),
      })
      .strict()
      .prefault({}),
    csv: z
      .object({
        /** Excel reads Chinese only with the byte-order mark; some programs take it for a character. */
        bom: z.boolean().default(true),
        /** A semicolon is what Excel expects where the comma is the decimal mark. */
        delimiter: z.enum([',', ';', '\t']).default(','),
      })
      .strict()
      .prefault({}),
    xlsx: z
      .object({
        /** A sheet for each platform, or one for all. */
        sheets: z.enum(['platform', 'one']).default('platform'),
      })
      .strict()
      .prefault({}),
    ics: z.object({}).strict().prefault({}),
    markdown: z.object({}).strict().prefault({}),
    json: z.object({}).strict().prefault({}),
    html: z.object({}).strict().prefault({}),
    pdf: z.object({}).strict().prefault({}),
    docx: z.object({}).strict().prefault({}),
  } satisfies { readonly [K in ExporterId]: z.ZodType })
  .strict();
export type ExportOptions = z.output<typeof exportOptions>;
export type ExportOptionsInput = z.input<typeof exportOptions>;

export const usualOptions: ExportOptions = exportOptions.parse({});
