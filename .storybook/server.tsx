import { HelloJohnProvider, type HelloJohnProviderProps } from "@hellojohn/react";
import { es } from "@hellojohn/react/locales/es";
import { createFake, type Fake, type FakeOptions } from "@hellojohn/react/testing";
import type { Decorator, Loader } from "@storybook/react-vite";

type Connection = Omit<HelloJohnProviderProps, "children">;

interface Backend {
  fake: Fake;
  connection: Connection;
}

export const ada = "ada@example.com";

/** The settings of the tenant the stories play in. */
const config = { userEditableMetadataKeys: ["theme", "language", "notifications"] };

const signedIn = (fake: Fake): Connection => fake.signedInAs(ada);

/** Parameters of a story: the state of the server, and who looks at it. Ada unless said otherwise. */
export const server = (connect = signedIn, options: FakeOptions = {}) => ({
  server(): Backend {
    const fake = createFake({ config, ...options });
    return { fake, connection: connect(fake) };
  },
});

/** The server of a story that plays. */
export const fakeIn = (loaded: Record<string, unknown>) => loaded["fake"] as Fake;

/** Every story has a server of its own; `play` finds it in `loaded`. */
export const startServer: Loader = ({ parameters }) => parameters["server"]();

/** The one decorator: who is signed in, in what language, direction and colours. */
export const withServer: Decorator = (Story, { loaded, globals }) => {
  const { locale, direction, theme } = globals;
  return (
    <div className="canvas" data-theme={theme} dir={direction} lang={locale}>
      <HelloJohnProvider
        {...(loaded["connection"] as Connection)}
        locale={locale}
        {...(locale === "es" && { messages: es })}
      >
        <Story />
      </HelloJohnProvider>
    </div>
  );
};
