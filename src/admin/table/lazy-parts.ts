"use client";

import { lazy } from "react";

type Part = "ChosenBar" | "MaskedValue" | "Nobody" | "RowMenu" | "TableTools";

/** A part that is loaded when it is first drawn. */
const part = <Name extends Part>(name: Name) =>
  lazy(async () => ({ default: (await import("../later.js"))[name] }));

export const ChosenBar = part("ChosenBar");
export const MaskedValue = part("MaskedValue");
export const Nobody = part("Nobody");
export const RowMenu = part("RowMenu");
export const TableTools = part("TableTools");
