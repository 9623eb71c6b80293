package org.entente.server.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as signing in takes. It keeps and sends secure cookies on loopback, as
 * browsers do and Java's own cookie store does not.
 */
final class Browser {

    private static final int MOST_REDIRECTS = 12;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http;
    private final String url;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    Browser(House house) {
        this.http = house.http();
        this.url = house.url();
    }

    /** Signs in with a password that is the name, and answers the page that comes of it. */
    Answer signIn(String user, String next) {
        var page = open(URI.create(url + "/login?next=" + Visitor.segment(next)));
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form to sign in with: " + page + " " + page.body());
        }
        var target = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        var fields = Tokens.encoded(Map.of("username", user, "password", user, "credentialId", ""));
        var request =
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields));
        var last = follow(send(request));
        return new Answer(last.statusCode(), last.headers(), last.body());
    }

    /** The session's cookie as it is sent. */
    String cookie() {
        return "entente=" + Optional.ofNullable(jar(URI.create(url)).get("entente")).orElseThrow();
    }

    /** The names of the cookies that the house left. */
    java.util.Set<String> cookieNames() {
        return jar(URI.create(url)).keySet();
    }

    private HttpResponse<String> open(URI address) {
        return follow(send(HttpRequest.newBuilder(address).header("Accept", "text/html")));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        var response = first;
        for (var i = 0; i < MOST_REDIRECTS && response.statusCode() / 100 == 3; i++) {
            var location = response.headers().firstValue("Location").orElseThrow();
            var next = response.uri().resolve(location);
            response = send(HttpRequest.newBuilder(next).header("Accept", "text/html"));
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var address = builder.copy().build().uri();
        var jar = jar(address);
        if (!jar.isEmpty()) {
            builder.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = http.send(builder.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
            return response;
        } catch (IOException away) {
            throw new AssertionError(address + " was not answered", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private Map<String, String> jar(URI address) {
        return cookies.computeIfAbsent(address.getAuthority(), _ -> new TreeMap<>());
    }

    private static void keep(Map<String, String> jar, String line) {
        var pair = line.split(";", 2)[0].split("=", 2);
        var dead = line.matches("(?i).*;\\s*max-age=0(;.*)?") || line.contains("01 Dec 1994");
        if (dead || pair[1].isEmpty()) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }
}
