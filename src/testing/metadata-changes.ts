import { type Metadata, refuseFields } from "@hellojohn/contract";
import { type Changes, mergeMetadata } from "./users.js";

type Bags = Partial<Record<"metadata" | "publicMetadata" | "privateMetadata", Metadata>>;
type Held = Record<"publicMetadata" | "privateMetadata", Metadata>;

/** The metadata of an input, merged; towards an administrator `metadata` says the same as `private_metadata`. */
export function metadataChanges(body: Bags, held: Held): Changes {
  const { metadata, privateMetadata = metadata, publicMetadata } = body;
  if (metadata !== undefined && metadata !== privateMetadata)
    throw refuseFields({
      metadata: [{ code: "duplicate_field", message: "Send private_metadata alone" }],
    });
  const merged = (kind: keyof Held, patch?: Metadata) =>
    patch && { [kind]: mergeMetadata(held, kind, patch) };
  return {
    ...merged("publicMetadata", publicMetadata),
    ...merged("privateMetadata", privateMetadata),
  };
}
