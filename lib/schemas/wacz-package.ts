import { z } from "zod";

/** What replaying reads of a WACZ file's `datapackage.json`. */
export const waczPackage = z.object({
  mainPageUrl: z.url({ protocol: /^https?$/ }),
  mainPageDate: z.iso.datetime({ offset: true }),
  title: z.string().default(""),
});
