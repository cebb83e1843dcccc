import { createServer, type Socket } from "node:net";

/** A mail server that keeps what it gets. `refuse` makes it answer the next mails with a passing failure. */
export async function startSmtpServer() {
  const received: string[] = [];
  let refusals = 0;

  function talk(socket: Socket): void {
    let buffer = "";
    let inMessage = false;
    const answer = (line: string) => socket.write(`${line}\r\n`);

    function takeLine(line: string): void {
      if (/^(?:EHLO|HELO|MAIL|RCPT|RSET)/i.test(line)) answer("250 ok");
      else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else if (/^DATA/i.test(line)) {
        inMessage = refusals === 0;
        answer(refusals > 0 ? "451 try again later" : "354 go on");
        refusals = Math.max(0, refusals - 1);
      } else answer("500 what");
    }

    socket.setEncoding("utf8").on("error", () => {});
    socket.on("data", (text: string) => {
      buffer += text;
      for (;;) {
        const end = buffer.indexOf(inMessage ? "\r\n.\r\n" : "\r\n");
        if (end === -1) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + (inMessage ? 5 : 2));
        if (!inMessage) takeLine(part);
        else {
          received.push(part);
          inMessage = false;
          answer("250 taken");
        }
      }
    });
    answer("220 ready");
  }

  const server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`,
    received,
    refuse: (times: number) => {
      refusals = times;
    },
    close: () => server.close(),
  };
}
