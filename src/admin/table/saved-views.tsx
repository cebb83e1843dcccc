"use client";

import { type FormEvent, type ReactElement, useState } from "react";
import { format } from "../../components/format.js";
import { adminTools } from "../../locales/en-admin/tools.js";
import { useMessages } from "../../react/index.js";
import type { SavedView } from "./column-layout.js";
import { remember, viewsIn } from "./table-memory.js";
import { without } from "./table-state.js";
import { useTableAround } from "./use-user-table.js";

/** Keeps what the table shows under a name. Text that may be an address is not kept. */
export function SavedViews(): ReactElement {
  const table = useTableAround();
  const texts = useMessages("adminTools", adminTools);
  const [views, setViews] = useState(() => viewsIn(table));

  function keep(next: readonly SavedView[]) {
    setViews(next);
    remember(table, { views: next });
  }

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name")).trim();
    if (!name) return;
    const { q, ...query } = table.query;
    const isPrivate = /[@＠]/.test(q ?? "");
    const view = { name, query: isPrivate ? query : { ...query, q }, layout: table.layout };
    keep([...views.filter((other) => other.name !== name), view]);
    form.reset();
  }

  function apply({ query, layout }: SavedView) {
    table.change({ ...without(table.query), ...query });
    table.setLayout(layout);
    remember(table, { layout });
  }

  return (
    <fieldset data-hj="saved-views">
      <legend data-hj="label">{texts.views}</legend>
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <button data-hj="button" type="button" onClick={() => apply(view)}>
              <bdi>{view.name}</bdi>
            </button>
            <button
              data-hj="step"
              type="button"
              aria-label={format(texts.forget, { view: view.name })}
              onClick={() => keep(views.filter((other) => other !== view))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form data-hj="row" onSubmit={save}>
        <input
          data-hj="input"
          name="name"
          maxLength={60}
          autoComplete="off"
          aria-label={texts.name}
          placeholder={texts.name}
        />
        <button data-hj="button">{texts.save}</button>
      </form>
    </fieldset>
  );
}
