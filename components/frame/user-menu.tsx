"use client";

import { useEffect, useState } from "react";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu";
import type { DeskPlace } from "./desk-places";
import { chooseTheme, storedTheme, THEMES, type Theme } from "./theme";

export type UserMenuWords = {
  account: string;
  publicSite: string;
  signOut: string;
  theme: { label: string } & Record<Theme, string>;
};

type Props = {
  user: { name: string; role: string };
  /** Pages of the desk that have no place of their own in the bar of a phone, or belong to the person. */
  places: readonly DeskPlace[];
  publicHref: string;
  words: UserMenuWords;
  signOut: () => Promise<void>;
  /** On the rail the name stands beside the picture where there is room. */
  onRail?: boolean;
};

const THEME_ICONS = { system: "device", light: "sun", dark: "moon" } as const;

/** Who is signed in, and what belongs to the person: settings, theme, leaving. */
export function UserMenu({ user, places, publicHref, words, signOut, onRail }: Props) {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(storedTheme()), []);
  return (
    <Menu
      align={onRail ? "start" : "end"}
      side={onRail ? "top" : "bottom"}
      trigger={
        <button
          type="button"
          className={cx(
            "flex items-center gap-2.5 rounded-md text-start hover:bg-wash",
            onRail ? "min-h-11 w-full justify-center px-1 xl:justify-start xl:px-2.5" : "size-10 justify-center",
          )}
        >
          <span className="inline-flex size-8 shrink-0 items-center justify-center rounded-full border border-edge text-ink-soft">
            <Icon name="user" />
          </span>
          <span className={cx("min-w-0 leading-tight", onRail ? "sr-only xl:not-sr-only" : "sr-only")}>
            <span className="sr-only">{words.account}: </span>
            <bdi className="block truncate text-sm font-semibold">{user.name}</bdi>
            <span className="block truncate text-xs text-ink-faint">{user.role}</span>
          </span>
        </button>
      }
    >
      <MenuHeading>
        <bdi className="block font-semibold text-ink">{user.name}</bdi>
        {user.role}
      </MenuHeading>
      <MenuSeparator />
      {places.map(({ href, label, icon }) => (
        <MenuLink key={href} href={href} icon={icon}>
          {label}
        </MenuLink>
      ))}
      <MenuLink href={publicHref} icon="page">
        {words.publicSite}
      </MenuLink>
      <MenuSeparator />
      <MenuChoice
        label={words.theme.label}
        value={theme}
        options={THEMES.map((value) => ({ value, label: words.theme[value], icon: THEME_ICONS[value] }))}
        onChange={(next) => {
          setTheme(next);
          chooseTheme(next);
        }}
      />
      <MenuSeparator />
      <MenuItem icon="sign-out" onSelect={() => void signOut()}>
        {words.signOut}
      </MenuItem>
    </Menu>
  );
}
