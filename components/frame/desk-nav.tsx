"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { DeskPlace } from "./desk-places";

type Props = { label: string; places: DeskPlace[]; layout: "rail" | "bar" };

const LINK = {
  rail: "relative flex min-h-12 flex-col items-center justify-center gap-0.5 px-1 py-1.5 text-xs xl:min-h-10 xl:flex-row xl:justify-start xl:gap-3 xl:px-5 xl:text-base",
  bar: "relative flex min-h-14 flex-col items-center justify-center gap-0.5 px-0.5 text-xs",
};

/** Where one can go and where one is. */
export function DeskNav({ label, places, layout }: Props) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul className={layout === "bar" ? "grid auto-cols-fr grid-flow-col" : "flex flex-col xl:gap-0.5"}>
        {places.map((place, index) => {
          // The first is the desk itself: everything lies under it.
          const isHere = index === 0 ? path === place.href : path === place.href || path.startsWith(`${place.href}/`);
          return (
            <li key={place.href}>
              <Link
                href={place.href}
                // Every page of the desk asks the database: not six times over for each page that is shown.
                prefetch={false}
                aria-current={isHere ? "page" : undefined}
                className={cx(
                  LINK[layout],
                  "-outline-offset-2",
                  isHere ? "font-semibold text-ink" : "text-ink-soft hover:bg-wash hover:text-ink",
                )}
              >
                {isHere && (
                  <span
                    aria-hidden="true"
                    className={cx(
                      "absolute bg-stamp",
                      layout === "bar" ? "inset-x-3 top-0 h-0.5" : "inset-y-1.5 start-0 w-[3px]",
                    )}
                  />
                )}
                <Icon name={place.icon} className="size-5.5 xl:size-5" />
                <span className={layout === "bar" ? "text-center leading-tight" : "max-w-full truncate"}>
                  {place.label}
                </span>
                {place.waiting && <Waiting {...place.waiting} layout={layout} />}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A number beside the name; over the picture where there is no room beside it. */
function Waiting({ count, label, layout }: NonNullable<DeskPlace["waiting"]> & Pick<Props, "layout">) {
  return (
    <span
      className={cx(
        "absolute end-2 top-1 min-w-5 rounded-full bg-stamp px-1.5 text-center text-xs font-semibold text-on-stamp tabular-nums",
        layout === "rail" && "xl:static xl:ms-auto",
      )}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
