package org.entente.server.console;

import java.util.Locale;

/** Pages that must be there without the console. */
final class OwnPages {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="__LANGUAGE__">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>__TITLE__ · Entente</title>
                <style nonce="__NONCE__">
                  :root { color-scheme: light dark; --surface: #fff; --text: #162024; --quiet: #465258;
                    --link: #025d6e; }
                  @media (prefers-color-scheme: dark) {
                    :root { --surface: #13181a; --text: #e7ebee; --quiet: #aeb7bc; --link: #6ccbd9; }
                  }
                  body { font: 14px/20px Inter, system-ui, sans-serif; display: grid;
                    place-content: center; min-height: 90vh; margin: 0 24px; text-align: center;
                    background: var(--surface); color: var(--text); }
                  h1 { font-size: 20px; line-height: 28px; margin: 16px 0 4px; }
                  p { margin: 0 0 16px; color: var(--quiet); }
                  a { color: var(--link); }
                  svg { fill: none; stroke: var(--link); stroke-width: 2; }
                </style>
              </head>
              <body>
                <main>
                  <svg width="40" height="28" aria-hidden="true"><circle cx="14" cy="14" r="11"/><circle cx="26" cy="14" r="11"/></svg>
                  <h1>__TITLE__</h1>
                  <p>__TEXT__</p>
                  <p><a href="__ADDRESS__">__LINK__</a></p>
                </main>
              </body>
            </html>
            """;

    private static boolean french(Locale language) {
        return language.getLanguage().equals("fr");
    }

    String notFound(Locale language) {
        return french(language)
                ? page("fr", "Page introuvable", "Il n’y a rien ici, ou rien pour vous.")
                        .replace("__ADDRESS__", "/")
                        .replace("__LINK__", "Choisir un espace")
                : page("en", "Page not found", "There is nothing here, or nothing for you.")
                        .replace("__ADDRESS__", "/")
                        .replace("__LINK__", "Choose a workspace");
    }

    String signedOut(Locale language) {
        return french(language)
                ? page("fr", "Vous êtes déconnecté", "À bientôt.")
                        .replace("__ADDRESS__", "/login")
                        .replace("__LINK__", "Se connecter")
                : page("en", "You are signed out", "See you soon.")
                        .replace("__ADDRESS__", "/login")
                        .replace("__LINK__", "Sign in");
    }

    private static String page(String language, String title, String text) {
        return PAGE.replace("__LANGUAGE__", language)
                .replace("__TITLE__", title)
                .replace("__TEXT__", text);
    }
}
