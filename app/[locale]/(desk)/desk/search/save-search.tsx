"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { saveSearchAction } from "./actions";
import { SearchNameDialog } from "./search-name-dialog";

type Props = {
  locale: Locale;
  /** What stands after `?`. */
  query: string;
  /** A name made of the words and filters. */
  suggestion: string;
  /** The name under which this person has it; null when it is not saved. */
  savedAs: string | null;
};

/** Keeps the present search under a name. */
export function SaveSearch({ locale, query, suggestion, savedAs }: Props) {
  const { saved } = messages(locale).search;
  const { show } = useToast();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="sm" icon={savedAs === null ? "plus" : "check"} onClick={() => setOpen(true)}>
        <span className="max-sm:sr-only">{savedAs === null ? saved.save : saved.isSaved}</span>
      </Button>
      {isOpen && (
        <SearchNameDialog
          locale={locale}
          title={saved.saveTitle}
          lead={saved.saveLead}
          start={savedAs ?? suggestion}
          onClose={() => setOpen(false)}
          send={(name) => saveSearchAction({ name, query })}
          onDone={() => {
            show({ title: saved.done });
            router.refresh();
          }}
        />
      )}
    </>
  );
}
