import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Sheet } from "#components/case/sheet";
import { CopyButton } from "#components/ui/copy-button";
import { BY_HAND_COMMANDS, BY_HAND_STEPS, type ByHandStep } from "#lib/core/evidence/by-hand";
import { isLocale, LOCALE_LIST, type Locale } from "#lib/i18n/locales";
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
  const { byHand } = messages(locale);
  const languages = Object.fromEntries(LOCALE_LIST.map((each) => [each, `${siteOrigin()}/${each}/verify-by-hand`]));
  return {
    title: byHand.title,
    description: byHand.description,
    alternates: { canonical: languages[locale], languages },
  };
}

/** How to check a bundle with unzip, sha256sum and openssl alone; the same commands are in every bundle. */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { byHand } = messages(locale);
  return (
    <Sheet>
      <article className="max-w-measure space-y-12">
        <header>
          <h1 className="font-serif text-4xl font-semibold sm:text-5xl">{byHand.title}</h1>
          <p className="mt-5 font-serif text-xl text-ink-soft">{byHand.lead}</p>
        </header>
        <Points title={byHand.toolsTitle} items={byHand.tools} />
        <Points title={byHand.openTitle} items={byHand.open} />
        <ol className="space-y-12">
          {BY_HAND_STEPS.map((step, index) => (
            <Step key={step} step={step} number={index + 1} locale={locale} />
          ))}
        </ol>
        <section className="border-t border-ink pt-4">
          <h2 className="mb-4 font-serif text-2xl font-semibold">{byHand.limitTitle}</h2>
          <p className="font-serif text-reading">{byHand.limit}</p>
        </section>
        <section className="border-t border-ink pt-4">
          <h2 className="mb-4 font-serif text-2xl font-semibold">{byHand.withDaleelTitle}</h2>
          <p className="mb-4 font-serif text-reading">{byHand.withDaleel}</p>
          <Commands locale={locale} text="npm run daleel -- verify daleel-*.zip" />
        </section>
      </article>
    </Sheet>
  );
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

function Step({ step, number, locale }: { step: ByHandStep; number: number; locale: Locale }) {
  const { byHand } = messages(locale);
  const { title, does, proves, provesNot } = byHand.steps[step];
  return (
    <li id={step} className="border-t border-ink pt-4">
      <h2 className="mb-3 font-serif text-2xl font-semibold">
        {number}. {title}
      </h2>
      <p className="mb-4 font-serif text-reading">{does}</p>
      <Commands locale={locale} text={BY_HAND_COMMANDS[step]} />
      <dl className="mt-4 grid gap-x-5 gap-y-2 text-base sm:grid-cols-[max-content_minmax(0,1fr)]">
        <dt className="font-semibold">{byHand.proves}</dt>
        <dd>{proves}</dd>
        <dt className="font-semibold">{byHand.provesNot}</dt>
        <dd>{provesNot}</dd>
      </dl>
    </li>
  );
}

/** Commands are left to right in every language; a reader without JavaScript selects them. */
function Commands({ locale, text }: { locale: Locale; text: string }) {
  const { byHand } = messages(locale);
  return (
    <div dir="ltr" className="relative bg-wash">
      <pre className="px-3 py-3 pe-12 text-start font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        <code>{text}</code>
      </pre>
      <CopyButton
        value={text}
        label={byHand.copy}
        copiedLabel={byHand.copied}
        className="absolute end-1.5 top-1.5 print-hidden"
      />
    </div>
  );
}
