"use client";

import { type ReactElement, useState } from "react";
import { useDialogs } from "../dialogs.js";
import { TableTools } from "../lazy-parts.js";
import { useTableAround } from "./use-user-table.js";
import { UserSearch } from "./user-search.js";

/** A button and what opens at it. */
interface Tool {
  what: "filters" | "view";
  button: HTMLElement;
}

/** Search, filters, what the table looks like, and the way to a new user. */
export function UserToolbar(): ReactElement {
  const table = useTableAround();
  const { masked, setMasked, texts } = table;
  const { open } = useDialogs();
  const [tool, setTool] = useState<Tool>();
  const count = Object.keys(table.filters).length;

  const opener = (what: Tool["what"], label: string) => (
    <button
      data-hj="button"
      type="button"
      aria-expanded={tool?.what === what}
      onClick={({ currentTarget: button }) =>
        setTool(tool?.what === what ? undefined : { what, button })
      }
    >
      {label}
    </button>
  );

  return (
    <div data-hj="toolbar">
      <UserSearch />
      {opener("filters", count > 0 ? `${texts.filters} (${count})` : texts.filters)}
      {opener("view", texts.view)}
      {setMasked && (
        <button
          data-hj="button"
          type="button"
          aria-pressed={masked}
          onClick={() => setMasked(!masked)}
        >
          {texts.hide}
        </button>
      )}
      <button
        data-hj="button"
        data-primary=""
        type="button"
        onClick={() => open({ kind: "create" })}
      >
        {texts.create}
      </button>
      {tool && <TableTools {...tool} onClose={() => setTool(undefined)} />}
    </div>
  );
}
