"use client";

import {
  type FieldMessages,
  HelloJohnError,
  passwordFaults,
  type PasswordPolicy,
} from "@hellojohn/contract";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useUpdatePassword } from "../../react/index.js";
import { focusFirst } from "../controls.js";

interface Result {
  errors: FieldMessages;
  error?: unknown;
  /** How many other sessions ended with the old password. */
  revoked?: number;
}

export interface PasswordFormState extends Result {
  ref: RefObject<HTMLFormElement | null>;
  pending: boolean;
  /** Rules the new password still breaks; nothing while none is typed. */
  faults: readonly string[] | undefined;
  judge(newPassword: string): void;
  clear(field: string): void;
  submit(): Promise<void>;
}

const missing = { code: "required", message: "Fill this in" };

/** Passwords stay in the page's inputs and nowhere else: no state, no draft, no cache holds one. */
export function usePasswordForm(
  policy: PasswordPolicy,
  onChanged?: (sessionsRevoked: number) => void,
): PasswordFormState {
  const ref = useRef<HTMLFormElement>(null);
  const { mutateAsync, reset, isPending } = useUpdatePassword();
  const [faults, setFaults] = useState<string[]>();
  const [result, setResult] = useState<Result>({ errors: {} });
  const [attempts, setAttempts] = useState(0);
  useEffect(() => focusFirst(ref.current), [attempts]);

  async function change(form: HTMLFormElement): Promise<Result> {
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? "");
    const input = { currentPassword: text("currentPassword"), newPassword: text("newPassword") };
    const errors: FieldMessages = {};
    if (!input.currentPassword) errors["currentPassword"] = [missing];
    const weak = input.newPassword ? passwordFaults(input.newPassword, policy) : [missing];
    if (weak.length > 0) errors["newPassword"] = weak;
    if (Object.keys(errors).length > 0) return { errors };
    try {
      const revokeOtherSessions = values.has("revokeOtherSessions");
      const { sessionsRevoked } = await mutateAsync({ ...input, revokeOtherSessions });
      form.reset();
      setFaults(undefined);
      onChanged?.(sessionsRevoked);
      return { errors: {}, revoked: sessionsRevoked };
    } catch (error) {
      return { errors: HelloJohnError.is(error) ? error.fields : {}, error };
    } finally {
      // The cache of mutations keeps what was sent; it must not keep this.
      reset();
    }
  }

  const clear = (field: string) =>
    setResult(({ errors: { [field]: _fixed, ...errors } }) => ({ errors }));

  return {
    ...result,
    ref,
    pending: isPending,
    faults,
    clear,
    judge(newPassword) {
      setFaults(
        newPassword ? passwordFaults(newPassword, policy).map(({ code }) => code) : undefined,
      );
      clear("newPassword");
    },
    async submit() {
      if (!ref.current || isPending) return;
      setResult(await change(ref.current));
      setAttempts((count) => count + 1);
    },
  };
}
