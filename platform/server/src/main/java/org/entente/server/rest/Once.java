package org.entente.server.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.entente.engine.record.KeptAnswers;
import org.entente.engine.record.KeptAnswers.Kept;
import org.entente.engine.record.OnceKey;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.server.body.JsonBody;
import org.entente.server.body.JsonText;
import org.entente.server.problem.Statuses;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Does what a request asks for once, however often it is sent under its {@code Idempotency-Key}.
 * The answer is kept by the transaction that does it, so that neither is there without the other.
 */
@ApplicationScoped
public class Once {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");
    private static final List<String> HEADERS = List.of("Location", "ETag");
    private static final int LOOKS = 2;
    private static final JsonText JSON = new JsonText();

    @Inject private CurrentCaller current;
    @Inject private KeptAnswers kept;
    @Inject private Answers answers;
    @Inject private HttpServletRequest request;

    /**
     * A write, and what is answered to it.
     *
     * @param body of the request
     */
    record Asked<T>(
            Outcome<Ending> ending,
            @Nullable Object body,
            Function<Ending, Outcome<T>> work,
            Function<T, Response> answer) {}

    <T> Response of(Asked<T> asked) {
        return of(asked, problems -> Statuses.of(problems.getFirst().code()));
    }

    <T> Response of(Asked<T> asked, ToIntFunction<List<Problem>> status) {
        var text = request.getHeader(HEADER);
        if (text == null
                || !(asked.ending() instanceof Outcome.Done<Ending>(var ending))
                || !ending.commits()) {
            return answers.of(asked.ending().then(asked.work()), asked.answer(), status);
        }
        if (!FORM.matcher(text).matches()) {
            return answers.refusal(
                    List.of(
                            Problem.of(
                                    ProblemCode.MALFORMED, "/" + HEADER, Map.of("name", HEADER))));
        }
        return once(
                new OnceKey(current.caller().user().id(), text, digest(asked.body())),
                asked,
                status);
    }

    private <T> Response once(OnceKey key, Asked<T> asked, ToIntFunction<List<Problem>> status) {
        Outcome<T> outcome = Outcome.refused(Problem.of(ProblemCode.IN_PROGRESS));
        for (var look = 0; look < LOOKS && isInProgress(outcome); look++) {
            var known = kept.find(current.caller().tenant(), key.user(), key.key());
            if (known.isPresent()) {
                return again(known.get(), key);
            }
            outcome = asked.work().apply(new Ending.Once(key, value -> text(asked, value)));
        }
        return answers.of(outcome, asked.answer(), status);
    }

    private static boolean isInProgress(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var problems)
                && problems.getFirst().code() == ProblemCode.IN_PROGRESS;
    }

    /** The value is the one that this very work came to. */
    @SuppressWarnings("unchecked")
    private <T> String text(Asked<T> asked, Object value) {
        var response = asked.answer().apply((T) value);
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("status", response.getStatus());
        for (var name : HEADERS) {
            tree.put(name, response.getHeaderString(name));
        }
        tree.put("body", response.getEntity() instanceof JsonBody(var body) ? body : null);
        return new String(JSON.write(tree), StandardCharsets.UTF_8);
    }

    private Response again(Kept known, OnceKey key) {
        if (!known.request().equals(key.request())) {
            return answers.refusal(List.of(Problem.of(ProblemCode.KEY_REUSED, "/" + HEADER)));
        }
        var read = JSON.read(known.answer().getBytes(StandardCharsets.UTF_8));
        if (!(read instanceof Outcome.Done<JsonBody>(JsonBody(Map<?, ?> tree)))) {
            throw new IllegalStateException("an answer was kept that cannot be read");
        }
        var status = tree.get("status") instanceof Number number ? number.intValue() : 200;
        var response = Response.status(status);
        HEADERS.forEach(name ->
                Optional.ofNullable(tree.get(name))
                        .ifPresent(value -> response.header(name, value)));
        Optional.ofNullable(tree.get("body"))
                .ifPresent(body ->
                        response.type(MediaType.APPLICATION_JSON_TYPE).entity(new JsonBody(body)));
        return response.build();
    }

    private String digest(@Nullable Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part :
                    new String[] {
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        request.getHeader("If-Match")
                    }) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(JSON.write(body)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
