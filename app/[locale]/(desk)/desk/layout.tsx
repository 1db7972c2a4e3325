import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { DeskNav } from "#components/frame/desk-nav";
import { deskPlaces } from "#components/frame/desk-places";
import { DeskRail, DeskTopBar } from "#components/frame/desk-rail";
import { DeskTools } from "#components/frame/desk-tools";
import { SkipLink } from "#components/frame/skip-link";
import { UserMenu } from "#components/frame/user-menu";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { countUnseenChanges } from "#lib/services/sources/list-change-notices";
import { signOut } from "./sign-out";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/**
 * The desk's frame. It asks for the user before anything is sent, so that whoever is not signed in gets a real
 * redirect; each page asks again, because a layout is not made anew while somebody moves between its pages.
 */
export default async function DeskLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { common, frame } = messages(locale);
  const places = deskPlaces(locale, await countUnseenChanges(user));
  const inMenu = places.filter((place) => place.inMenu);
  const settings = inMenu.filter(({ href }) => href === `/${locale}/desk/settings`);
  const menu = {
    user: { name: user.name, role: common.role[user.role] },
    publicHref: `/${locale}`,
    words: {
      account: frame.account,
      publicSite: common.nav.publicSite,
      signOut: common.actions.signOut,
      theme: common.theme,
    },
    signOut: signOut.bind(null, locale),
  };
  return (
    <DeskTools locale={locale} places={places} words={{ ...frame, close: common.actions.close }}>
      <SkipLink label={common.nav.skip} />
      <div className="md:grid md:min-h-dvh md:grid-cols-[auto_minmax(0,1fr)]">
        <DeskRail locale={locale} places={places} userMenu={<UserMenu {...menu} places={settings} onRail />} />
        <div className="min-w-0">
          <DeskTopBar locale={locale} userMenu={<UserMenu {...menu} places={inMenu} />} />
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto max-w-[84rem] px-4 pt-5 pb-24 outline-none md:px-8 md:pt-8 md:pb-12"
          >
            {children}
          </main>
          <div className="print-hidden fixed inset-x-0 bottom-0 z-30 border-t border-hairline bg-sheet pb-[env(safe-area-inset-bottom)] md:hidden">
            <DeskNav label={common.nav.main} places={places.filter((place) => !place.inMenu)} layout="bar" />
          </div>
        </div>
      </div>
    </DeskTools>
  );
}
