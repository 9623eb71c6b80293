package org.entente.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.metadata.expression.ValueType;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request: their types as its expressions use them, and their values as they
 * came.
 */
final class Parameters {

    private final Map<String, @Nullable Object> raw;
    private final Map<String, ValueType> types = new LinkedHashMap<>();

    Parameters(Map<String, @Nullable Object> raw) {
        this.raw = raw;
    }

    /** Notes the types that an expression gives them; two expressions must agree. */
    Outcome<Parameters> use(Map<String, ValueType> used, String at) {
        for (var parameter : used.entrySet()) {
            var earlier = types.putIfAbsent(parameter.getKey(), parameter.getValue());
            if (earlier != null && !earlier.equals(parameter.getValue())) {
                return Outcome.refused(
                        Problem.of(
                                ProblemCode.TYPE_ERROR,
                                at,
                                Map.of(
                                        "reason",
                                        "parameter_of_two_types",
                                        "name",
                                        parameter.getKey())));
            }
        }
        return Outcome.done(this);
    }

    /** The values, each as its type documents it. */
    Outcome<Map<String, @Nullable Object>> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var problems = new ArrayList<Problem>();
        for (var parameter : types.entrySet()) {
            var name = parameter.getKey();
            if (!raw.containsKey(name)) {
                problems.add(problem(ProblemCode.REQUIRED, name));
                continue;
            }
            switch (ParameterReader.read(raw.get(name), parameter.getValue(), "/params/" + name)) {
                case Outcome.Done<ParameterReader.Value>(var read) ->
                        values.put(name, read.value());
                case Outcome.Refused<ParameterReader.Value>(List<Problem> refused) ->
                        problems.addAll(refused);
            }
        }
        for (var name : raw.keySet()) {
            if (!types.containsKey(name)) {
                problems.add(problem(ProblemCode.UNKNOWN_PARAMETER, name));
            }
        }
        return problems.isEmpty() ? Outcome.done(values) : Outcome.refused(problems);
    }

    private static Problem problem(ProblemCode code, String name) {
        return Problem.of(code, "/params/" + name, Map.of("name", name));
    }
}
