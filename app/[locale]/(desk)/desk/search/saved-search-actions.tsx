"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button";
import { Menu, MenuItem } from "#components/ui/menu";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SavedSearch } from "#lib/services/search/list-saved-searches";
import { deleteSearchAction, renameSearchAction, saveSearchAction } from "./actions";
import { savedSearchProblem } from "./saved-search-problem";
import { SearchNameDialog } from "./search-name-dialog";

/** Renames or deletes a saved search; a deletion can be taken back. */
export function SavedSearchActions({ locale, search }: { locale: Locale; search: SavedSearch }) {
  const { common, search: words } = messages(locale);
  const { saved } = words;
  const { show } = useToast();
  const router = useRouter();
  const [isRenaming, setRenaming] = useState(false);

  const remove = async () => {
    const result = await deleteSearchAction({ id: search.id }).catch(() => null);
    if (!result?.ok) {
      return show({
        kind: "problem",
        title: saved.notRemoved(search.name),
        description: savedSearchProblem(locale, result) ?? undefined,
      });
    }
    const undo = async () => {
      const undone = await saveSearchAction(result.data.undo).catch(() => null);
      const problem = savedSearchProblem(locale, undone);
      if (problem) return show({ kind: "problem", title: saved.notRestored(search.name), description: problem });
      router.refresh();
    };
    show({
      title: saved.removed,
      description: search.name,
      action: { label: common.actions.undo, onPress: () => void undo() },
    });
    router.refresh();
  };

  return (
    <>
      <Menu trigger={<IconButton icon="more" label={saved.menuOf(search.name)} className="size-8 text-xl text-ink" />}>
        <MenuItem icon="edit" onSelect={() => setRenaming(true)}>
          {saved.rename}
        </MenuItem>
        <MenuItem icon="trash" danger onSelect={() => void remove()}>
          {saved.remove}
        </MenuItem>
      </Menu>
      {isRenaming && (
        <SearchNameDialog
          locale={locale}
          title={saved.rename}
          start={search.name}
          onClose={() => setRenaming(false)}
          send={(name) => renameSearchAction({ id: search.id, name })}
          onDone={() => {
            show({ title: saved.renamed });
            router.refresh();
          }}
        />
      )}
    </>
  );
}
