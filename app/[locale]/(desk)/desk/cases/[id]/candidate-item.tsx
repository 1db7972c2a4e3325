"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "#components/ui/button";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import type { ExhibitCandidate } from "#lib/services/cases/find-exhibit-candidates";
import type { SuppliedItem } from "#lib/services/supplied/list-supplied";
import { ExhibitThumbnail } from "./exhibit-summary";

const FIRST_POSTS = 3;

type OnAdd = (target: ExhibitTarget) => Promise<void>;
type Props = { locale: Locale; item: ExhibitCandidate; onAdd: OnAdd };

/** A capture that could be an exhibit, and the posts it shows. */
export function CandidateItem({ locale, item, onAdd }: Props) {
  const { cases, common } = messages(locale);
  const words = cases.exhibits;
  const [showsAll, setShowsAll] = useState(false);
  const posts = showsAll ? item.posts : item.posts.slice(0, FIRST_POSTS);
  const isPost = item.sourceKind === "post";
  const kind = item.sourceKind as keyof typeof common.sourceKind;
  return (
    <li className="border-t border-hairline py-3">
      <div className="flex gap-3">
        <ExhibitThumbnail url={item.pictureArtifactId && `/api/artifacts/${item.pictureArtifactId}?w=160`} />
        <div className="min-w-0 grow">
          <p className="text-sm text-ink-faint">
            {common.sourceKind[kind]} · {words.captured} <Time locale={locale} at={item.capturedAt} />
          </p>
          <p className="font-semibold">
            <bdi>{item.title ?? item.label}</bdi>
          </p>
          {isPost && item.text && (
            <p dir="auto" className="line-clamp-2 font-serif text-lg">
              {item.text}
            </p>
          )}
          <div className="mt-1 flex flex-wrap items-center gap-2">
            <AddButton label={words.addCapture} onAdd={() => onAdd({ kind: "capture", captureId: item.captureId })} />
            <Link href={`/${locale}/desk/captures/${item.captureId}`} target="_blank" className="prose-link text-sm">
              {words.openCapture}
            </Link>
          </div>
        </div>
      </div>
      <ul className="mt-2 ms-6 sm:ms-27">
        {posts.map((post) => (
          <li key={post.postId} className="border-t border-dotted border-hairline py-2">
            {!isPost && (
              <p dir="auto" className="line-clamp-2 font-serif text-lg">
                {post.text}
              </p>
            )}
            <div className="flex flex-wrap items-center gap-2">
              <bdi dir="ltr" className="text-sm text-ink-soft">
                @{post.authorHandle ?? "?"}
              </bdi>
              <AddButton
                label={words.addPost}
                onAdd={() => onAdd({ kind: "post", postId: post.postId, captureId: item.captureId })}
              />
              {post.wordingId && (
                <AddButton
                  label={words.addWording}
                  onAdd={() => onAdd({ kind: "wording", wordingId: post.wordingId ?? "" })}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {!showsAll && item.posts.length > FIRST_POSTS && (
        <Button size="sm" variant="quiet" onClick={() => setShowsAll(true)}>
          {words.more(item.posts.length - FIRST_POSTS)}
        </Button>
      )}
    </li>
  );
}

/** A supplied file that could be an exhibit, marked as what it is. */
export function SuppliedCandidate({ locale, item, onAdd }: { locale: Locale; item: SuppliedItem; onAdd: OnAdd }) {
  const { cases, supplied } = messages(locale);
  const words = cases.exhibits;
  return (
    <li className="flex gap-3 border-t border-hairline py-3">
      <ExhibitThumbnail url={item.width === null ? null : `/api/supplied/${item.id}?w=160`} />
      <div className="min-w-0 grow">
        <p className="text-sm text-ink-faint">
          {supplied.one} · {supplied.format[item.format] ?? item.format} · <Time locale={locale} at={item.receivedAt} />
        </p>
        <p className="truncate font-semibold">
          <bdi>{item.fileName}</bdi>
        </p>
        {item.note && (
          <p dir="auto" className="line-clamp-2 text-ink-soft">
            {item.note}
          </p>
        )}
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <AddButton label={words.addSupplied} onAdd={() => onAdd({ kind: "supplied", suppliedId: item.id })} />
          <Link href={`/${locale}/desk/supplied/${item.id}`} target="_blank" className="prose-link text-sm">
            {words.openSupplied}
          </Link>
        </div>
      </div>
    </li>
  );
}

function AddButton({ label, onAdd }: { label: string; onAdd: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const add = () => {
    setBusy(true);
    void onAdd().finally(() => setBusy(false));
  };
  return (
    <Button size="sm" icon="plus" busy={busy} onClick={add}>
      {label}
    </Button>
  );
}
