export { errorWire } from "./replies.js";
export { type EndpointSchemas, schemas } from "./endpoints.js";
export { openApiDocument } from "./open-api.js";
export { parseBody, parseQuery } from "./parse-body.js";
