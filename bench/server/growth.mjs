// Whether a server that answers for long takes more and more memory.
import { row } from "./measures.mjs";
import { load } from "./programs.mjs";

/** Memory after one of so many minutes of 200 calls a second, and at each third of them: a plateau is no leak. */
export async function growthRow(server, store, minutes) {
  const calls = ["/v1/users?limit=20", "/v1/users?q=gr", "/v1/users?sort=name&status=active"].map(
    (path) => ({ url: server.url + path, token: store.secret_key }),
  );
  const after = async (seconds) => {
    await load({ calls, connections: 20, rate: 200, seconds });
    return server.memory();
  };
  const megabytes = [];
  // oxlint-disable-next-line no-await-in-loop -- time passes
  for (const part of [1, minutes / 3, minutes / 3, minutes / 3])
    megabytes.push(await after(part * 60));
  const figure = `${megabytes.map((each) => each.toFixed(0)).join(", ")} MB`;
  return row(`growth in ${minutes} min`, "none", figure, megabytes[3] - megabytes[0] < 20);
}
