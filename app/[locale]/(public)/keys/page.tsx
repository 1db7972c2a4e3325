import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Sheet } from "#components/case/sheet";
import { isLocale, LOCALE_LIST } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { getPublicKeys } from "#lib/services/keys/get-public-keys";
import { siteOrigin } from "#lib/services/system/site-origin";
import { KeyEntry } from "./key-entry";

type Props = { params: Promise<{ locale: string }> };

const KEY_LIST_PATH = "/.well-known/daleel-keys.json";

/** Made when first asked for: there is no database at build time. */
export function generateStaticParams(): { locale: string }[] {
  return [];
}

export const revalidate = 300;
export const dynamic = "error";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { keysPage } = messages(locale).proof;
  const languages = Object.fromEntries(LOCALE_LIST.map((each) => [each, `${siteOrigin()}/${each}/keys`]));
  return {
    title: keysPage.title,
    description: keysPage.description,
    alternates: { canonical: languages[locale], languages },
  };
}

/** The newsroom's public keys, and what a signature and a timestamp prove and do not prove. */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = messages(locale).proof.keysPage;
  const keys = await getPublicKeys();
  return (
    <Sheet>
      <article className="max-w-measure space-y-12">
        <header>
          <h1 className="font-serif text-4xl font-semibold sm:text-5xl">{words.title}</h1>
          <p className="mt-5 font-serif text-xl text-ink-soft">{words.lead}</p>
        </header>
        {words.sections.map((section) => (
          <section key={section.id} id={section.id} className="border-t border-ink pt-4">
            <h2 className="mb-4 font-serif text-2xl font-semibold">{section.title}</h2>
            <div className="space-y-4 font-serif text-reading">
              {section.body.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </section>
        ))}
        <section id="keys" className="border-t border-ink pt-4">
          <h2 className="mb-2 font-serif text-2xl font-semibold">{words.listTitle}</h2>
          <p className="text-base text-ink-soft">{keys.length > 0 ? words.listLead : words.none}</p>
          <ul className="mt-2">
            {keys.map((entry) => (
              <KeyEntry key={entry.id} locale={locale} entry={entry} />
            ))}
          </ul>
          <p className="mt-4 text-base">
            {words.machine}:{" "}
            <a href={KEY_LIST_PATH} className="break-all underline">
              <bdi dir="ltr">{KEY_LIST_PATH}</bdi>
            </a>
          </p>
        </section>
      </article>
    </Sheet>
  );
}
