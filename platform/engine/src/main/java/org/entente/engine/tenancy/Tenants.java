package org.entente.engine.tenancy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.engine.access.SystemUser;
import org.entente.engine.model.Models;
import org.entente.engine.model.Models.Shaped;
import org.entente.engine.model.StoredModel;
import org.entente.engine.request.Arguments;
import org.entente.engine.tenancy.TenantEntry.NewTenant;
import org.entente.metadata.definition.Edit;
import org.entente.metadata.definition.KeyWriter;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerCodec;
import org.entente.metadata.definition.LayerEditor;
import org.entente.metadata.definition.PlatformLayer;
import org.entente.metadata.model.Rank;
import org.entente.spi.Operator;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of operators: tenants come to be. Creation is a saga of repeatable steps behind a
 * catalog row; what a stop interrupts, {@link #resume} brings to its end.
 */
public final class Tenants {

    private final TenantCatalog catalog;
    private final TenantSpace space;
    private final Directory directory;
    private final Models models;
    private final Users users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Tenants(
            TenantCatalog catalog,
            TenantSpace space,
            Directory directory,
            Models models,
            Users users,
            Clock clock) {
        this.catalog = catalog;
        this.space = space;
        this.directory = directory;
        this.models = models;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Creates a tenant from {@code {name, title, packs, admin: {email}}} and answers when it can be
     * used. Problems: NAME_TAKEN, INVALID_NAME, RESERVED_NAME, UNKNOWN_PACK.
     */
    public Outcome<TenantEntry> create(Operator operator, @Nullable Object json) {
        return request(json)
                .then(request ->
                        catalog.begin(request, UuidCreator.getTimeOrderedEpoch(), operator.at()))
                .then(this::complete);
    }

    /** All tenants, by name. */
    public List<TenantEntry> list(Operator operator) {
        return catalog.all();
    }

    /** Those that can be used, by name. */
    public List<TenantEntry> active() {
        return catalog.all().stream()
                .filter(entry -> entry.state() == TenantEntry.State.ACTIVE)
                .toList();
    }

    /**
     * Brings interrupted creations to their end.
     *
     * @return what still stands in the way of those that could not be ended
     */
    public List<Problem> resume() {
        return resume(Instant.MAX);
    }

    /** The same for those that began before an instant, and so are not just being created. */
    public List<Problem> resume(Instant begunBefore) {
        var problems = new ArrayList<Problem>();
        for (var entry : catalog.unfinished()) {
            if (entry.createdAt().isBefore(begunBefore)
                    && complete(entry) instanceof Outcome.Refused<TenantEntry>(var refused)) {
                problems.addAll(refused);
            }
        }
        return problems;
    }

    private Outcome<TenantEntry> complete(TenantEntry entry) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return LayerCodec.decode(entry.request().settings())
                .then(own -> models.lower(own, Map.of()))
                .then(lower -> complete(entry, lower.pins(), now));
    }

    private Outcome<TenantEntry> complete(
            TenantEntry entry, Map<String, String> pins, Instant now) {
        var tenant = entry.tenant();
        var settings = entry.request().settings();
        space.prepare(
                tenant, new StoredModel(1, settings, entry.title(), SystemUser.ID, now, pins));
        directory.ensureOrganization(tenant, entry.title());
        return users.ensureAdministrator(tenant, entry.request().adminEmail(), now)
                .map(administrator -> {
                    catalog.activate(tenant.id());
                    return entry.active();
                });
    }

    private Outcome<NewTenant> request(@Nullable Object json) {
        var arguments =
                Arguments.of(json, "")
                        .only(
                                "name",
                                "title",
                                "packs",
                                "admin",
                                "languages",
                                "time_zone",
                                "country",
                                "currency");
        var name = TenantName.read(arguments);
        var title = title(arguments, name);
        var packs = arguments.texts("packs").orElse(List.of());
        var admin = Arguments.of(arguments.object("admin"), "/admin").only("email");
        var email = admin.requiredText("email");
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            admin.problem(ProblemCode.INVALID_VALUE, "/admin/email", Map.of("expected", "email"));
        }
        admin.problems().forEach(p -> arguments.problem(p.code(), p.at(), p.details()));
        return arguments
                .outcome(() -> settings(arguments, title, packs))
                .then(settings -> firstLayer(name, settings))
                .map(layer ->
                        new NewTenant(name, first(title), packs, email, LayerCodec.encode(layer)));
    }

    /** A text, or one for each language. */
    private static Object title(Arguments arguments, String name) {
        if (arguments.raw("title") instanceof Map<?, ?> texts
                && !texts.isEmpty()
                && texts.values().stream().allMatch(String.class::isInstance)) {
            return texts;
        }
        return arguments.text("title").filter(text -> !text.isBlank()).orElse(name);
    }

    private static String first(Object title) {
        return title instanceof Map<?, ?> texts
                ? String.valueOf(texts.values().iterator().next())
                : String.valueOf(title);
    }

    private static Map<String, @Nullable Object> settings(
            Arguments arguments, Object title, List<String> packs) {
        var settings = new LinkedHashMap<String, @Nullable Object>();
        settings.put("title", title);
        settings.put("languages", arguments.texts("languages").orElse(List.of("fr", "en")));
        settings.put("time_zone", arguments.text("time_zone").orElse("Europe/Paris"));
        settings.put("country", arguments.text("country").orElse("FR"));
        settings.put("currency", arguments.text("currency").orElse("EUR"));
        settings.put("packs", packs);
        return settings;
    }

    /** The tenant's own first layer, if it makes a model. */
    private Outcome<Layer> firstLayer(String name, Map<String, @Nullable Object> settings) {
        var empty = Layer.empty(Rank.TENANT, name);
        return LayerEditor.apply(
                        empty,
                        List.of(PlatformLayer.layer()),
                        List.of(new Edit.Put("tenant", settings)))
                .then(layer -> models.shape(1, keyed(layer), Map.of()))
                .map(Shaped::own);
    }

    private Layer keyed(Layer layer) {
        return KeyWriter.complete(layer, List.of(), () -> KeyWriter.key(random.nextLong()));
    }
}
