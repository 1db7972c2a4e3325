import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { safeNextPath } from "#lib/auth/next-path";
import { findUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Problem } from "#lib/i18n/people-words";
import { SignInForm } from "./sign-in-form";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: messages(locale).people.signIn.title, robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { next, error } = await searchParams;
  if (await findUser()) redirect(safeNextPath(next, `/${locale}/desk`));
  const words = messages(locale).people.signIn;
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold">{words.title}</h1>
      <p className="mt-1.5 mb-7 text-base text-ink-soft">{words.lead}</p>
      <SignInForm locale={locale} next={safeNextPath(next, "")} problem={problemOf(error)} />
      <div className="mt-8 flex flex-col gap-2 border-t border-hairline pt-4 text-sm text-ink-faint">
        <p>{words.noAccount}</p>
        <p>{words.forgotten}</p>
      </div>
    </>
  );
}

/** Codes that next-auth's own routes put into the address. */
function problemOf(error: unknown): Problem | undefined {
  if (error === undefined) return undefined;
  if (error === "CredentialsSignin") return { code: "wrong_sign_in", details: {} };
  if (error === "too_many_tries") return { code: "too_many_tries", details: {} };
  return { code: "internal", details: {} };
}
