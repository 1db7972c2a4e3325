/** What a supplied file can be, found out from its content. Its name says nothing. */
export const SUPPLIED_FORMATS = [
  "png",
  "jpeg",
  "webp",
  "gif",
  "pdf",
  "mhtml",
  "singlefile_html",
  "html",
  "warc",
  "wacz",
  "har",
] as const;
export type SuppliedFormat = (typeof SUPPLIED_FORMATS)[number];

const MEDIA_TYPES: Record<SuppliedFormat, string> = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  pdf: "application/pdf",
  mhtml: "multipart/related",
  singlefile_html: "text/html;charset=utf-8",
  html: "text/html;charset=utf-8",
  warc: "application/warc",
  wacz: "application/wacz",
  har: "application/json",
};

/** The type that a file of this format is served with. */
export function mediaTypeOf(format: SuppliedFormat): string {
  return MEDIA_TYPES[format];
}

/** Whether the file is one picture that every browser draws. */
export function isPicture(format: SuppliedFormat): boolean {
  return MEDIA_TYPES[format].startsWith("image/");
}

/** Recordings of pages, which the replay viewer opens. */
export type RecordingFormat = Extract<SuppliedFormat, "wacz" | "warc">;

/** Whether a file is a recording of pages. */
export function isRecording(format: string): format is RecordingFormat {
  return format === "wacz" || format === "warc";
}
