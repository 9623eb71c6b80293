package org.entente.bench;

import java.util.List;
import org.entente.bench.Shape.Goal;

/** The nine kinds of work. */
final class Shapes {
    private static final Goal HALF = new Goal(0.5, 0);
    private static final Goal HALF_AND_TAIL = new Goal(0.5, 3);
    private static final Goal NEARLY = new Goal(0.8, 0);

    private final Settings.House house;
    private final Api api;
    private final Requests requests;
    private final Fields fields;

    Shapes(Settings.House house, Api api, Requests requests, Fields fields) {
        this.house = house;
        this.api = api;
        this.requests = requests;
        this.fields = fields;
    }

    /** How each side gets one more field. */
    record Fields(Side ours, Side reference) {}

    List<Shape> all() {
        return List.of(
                shape("R1", "get by id", HALF, requests.get()),
                shape("R2", "filtered list, newest first", HALF_AND_TAIL, requests.newest()),
                shape("R3", "list across a reference", HALF_AND_TAIL, requests.acrossReference()),
                shape("R4", "create", HALF, requests.create()),
                shape("R5", "change one field", HALF, requests.change()),
                shape("R6", "sum and count by industry", NEARLY, requests.figures()),
                shape("R7", "name contains", HALF, requests.named()),
                alone("R8", "create 1,000", requests.createMany()),
                new Shape("R9", "add a field", Goal.NONE, true, fields.ours(), fields.reference()));
    }

    private Shape shape(String name, String title, Goal goal, Requests.Pair pair) {
        return new Shape(name, title, goal, false, ours(pair), reference(pair));
    }

    private Shape alone(String name, String title, Requests.Pair pair) {
        return new Shape(name, title, Goal.NONE, true, ours(pair), reference(pair));
    }

    private Side ours(Requests.Pair pair) {
        return new HttpSide(house, () -> api.token(BenchTenant.USER), pair.ours());
    }

    private Side reference(Requests.Pair pair) {
        return new HttpSide(house, () -> "reference", pair.reference());
    }
}
