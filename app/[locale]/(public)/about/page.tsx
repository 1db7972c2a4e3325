import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Sheet } from "#components/case/sheet";
import { VerdictStamp } from "#components/evidence/verdict-stamp";
import { VERDICTS } from "#lib/core/cases/verdicts";
import { isLocale, LOCALE_LIST } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { siteOrigin } from "#lib/services/system/site-origin";

type Props = { params: Promise<{ locale: string }> };

/** Not at build time: the addresses in its head are those of the running site. */
export function generateStaticParams(): { locale: string }[] {
  return [];
}

export const dynamic = "error";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { about } = messages(locale);
  const languages = Object.fromEntries(LOCALE_LIST.map((each) => [each, `${siteOrigin()}/${each}/about`]));
  return {
    title: about.title,
    description: about.description,
    alternates: { canonical: languages[locale], languages },
  };
}

function Points({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section className="border-t border-ink pt-4">
      <h2 className="mb-4 font-serif text-2xl font-semibold">{title}</h2>
      <ul className="list-disc space-y-2.5 ps-6 font-serif text-reading marker:text-ink-faint">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

/** What Daleel is, what a capture proves and what it does not. */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { about, byHand, evidence, proof } = messages(locale);
  return (
    <Sheet>
      <article className="max-w-measure space-y-12">
        <header>
          <h1 className="font-serif text-4xl font-semibold sm:text-5xl">{about.title}</h1>
          <p className="mt-5 font-serif text-xl text-ink-soft">{about.lead}</p>
        </header>
        {about.sections.map((section) => (
          <section key={section.id} id={section.id} className="border-t border-ink pt-4">
            <h2 className="mb-4 font-serif text-2xl font-semibold">{section.title}</h2>
            <div className="space-y-4 font-serif text-reading">
              {section.body.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
            {section.id === "verdicts" ? (
              <dl className="mt-6 divide-y divide-hairline border-y border-hairline">
                {VERDICTS.map((verdict) => (
                  <div key={verdict} className="grid items-center gap-x-6 gap-y-1.5 py-3 sm:grid-cols-[14rem_1fr]">
                    <dt>
                      <VerdictStamp verdict={verdict} locale={locale} />
                    </dt>
                    <dd className="text-base text-ink-soft">{evidence.verdictMeaning[verdict]}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </section>
        ))}
        <Points title={about.provesTitle} items={about.proves} />
        <Points title={about.provesNotTitle} items={about.provesNot} />
        <Points title={about.versionTitle} items={about.version} />
        <section className="border-t border-ink pt-4">
          <h2 className="mb-4 font-serif text-2xl font-semibold">{about.checkTitle}</h2>
          <p className="font-serif text-reading">{about.check}</p>
          <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 font-serif text-reading">
            <Link href={`/${locale}/verify-by-hand`} prefetch={false} className="underline">
              {byHand.how}
            </Link>
            <Link href={`/${locale}/keys`} prefetch={false} className="underline">
              {proof.keysPage.title}
            </Link>
          </p>
        </section>
      </article>
    </Sheet>
  );
}
