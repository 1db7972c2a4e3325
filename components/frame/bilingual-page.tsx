import type { ReactNode } from "react";
import { PageNotice } from "./page-notice";

type Side = { title: string; body: string; action: ReactNode };

/** A whole document in both languages, for when not even the language is known. */
export function BilingualPage({ en, ar }: { en: Side; ar: Side }) {
  return (
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <body>
        <title>Daleel · دليل</title>
        <script src="/theme.js" />
        <main className="mx-auto grid max-w-page md:grid-cols-2">
          <div lang="en" dir="ltr">
            <PageNotice title={en.title} actions={en.action}>
              {en.body}
            </PageNotice>
          </div>
          <div lang="ar" dir="rtl">
            <PageNotice title={ar.title} actions={ar.action}>
              {ar.body}
            </PageNotice>
          </div>
        </main>
      </body>
    </html>
  );
}
