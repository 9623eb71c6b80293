package org.entente.metadata.definition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Role;
import org.entente.metadata.model.Trait;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compares settings, traits and roles. */
final class OtherDifference {

    private final List<Effect> effects;
    private final List<Problem> problems;

    OtherDifference(List<Effect> effects, List<Problem> problems) {
        this.effects = effects;
        this.problems = problems;
    }

    void compare(Model before, Model after) {
        if (!before.settings().equals(after.settings())) {
            effects.add(new Effect(Kind.DEFINITION_CHANGED, "tenant", ""));
        }
        section(
                "traits/",
                before.traits().values(),
                after.traits().values(),
                Trait::key,
                Trait::name);
        section("roles/", before.roles().values(), after.roles().values(), Role::key, Role::name);
        renamedRoles(before, after);
    }

    private <T> void section(
            String section,
            Collection<T> before,
            Collection<T> after,
            Function<T, String> key,
            Function<T, String> name) {
        var matching = Matching.of(before, after, key);
        matching.removed().forEach(one -> add(Kind.DEFINITION_REMOVED, section + name.apply(one)));
        matching.added().forEach(one -> add(Kind.DEFINITION_ADDED, section + name.apply(one)));
        for (var pair : matching.pairs()) {
            var was = name.apply(pair.before());
            var is = name.apply(pair.after());
            if (!was.equals(is)) {
                effects.add(new Effect(Kind.RENAMED, section + is, section + was));
            } else if (!pair.before().equals(pair.after())) {
                add(Kind.DEFINITION_CHANGED, section + is);
            }
        }
    }

    /** Users hold their roles by name, so a renamed role would be taken from them. */
    private void renamedRoles(Model before, Model after) {
        for (var pair :
                Matching.of(before.roles().values(), after.roles().values(), Role::key).pairs()) {
            if (!pair.before().name().equals(pair.after().name())) {
                problems.add(
                        Problem.of(
                                ProblemCode.CHANGE_NOT_SUPPORTED,
                                "roles/" + pair.after().name(),
                                Map.of("reason", "renamed")));
            }
        }
    }

    private void add(Kind kind, String path) {
        effects.add(new Effect(kind, path, ""));
    }
}
