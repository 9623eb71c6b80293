package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.launcher.demo.Chunk;
import org.entente.launcher.demo.Lane;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Volume;

/** A trader with a thousand firms around it and twenty thousand orders in three years. */
public final class AtlasVolume {
    private final LocalDate today;
    private final List<Lane> lanes = new ArrayList<>();

    private AtlasVolume(LocalDate today) {
        this.today = today;
    }

    /** As it stands on that day; the same day gives the same records. */
    public static Volume on(LocalDate today) {
        return new AtlasVolume(today).volume();
    }

    private Volume volume() {
        var names = new TradeNames();
        var crew = new Crew(names, today);
        var made = new Firms(names, new TradePlaces(), crew, today);
        var customers = made.customers();
        var sources = made.sources();
        var firms =
                Stream.concat(customers.stream(), sources.stream().map(Firms.Source::firm))
                        .toList();
        var contacts = new Contacts(names, firms);
        var firmLane = lane("organization", firms, Firm::values, List.of());
        var people = new ArrayList<>(crew.people());
        people.addAll(contacts.values());
        var personLane = plain("person", people, List.of(firmLane));
        plain("party_role", firms.stream().map(Firm::roleValues).toList(), List.of(firmLane));
        trade(customers, sources, contacts.all(), personLane);
        var paper = new Paper(today);
        plain("contract", paper.contracts(customers, sources), List.of(personLane));
        plain("task", paper.tasks(customers), List.of(firmLane));
        plain("note", paper.notes(customers), List.of(firmLane));
        plain("consent", paper.consents(contacts.all()), List.of(personLane));
        return new Volume(lanes);
    }

    private void trade(
            List<Firm> customers,
            List<Firms.Source> sources,
            List<Contacts.Contact> contacts,
            Lane people) {
        var products = new Goods().make(sources);
        var productLane = lane("product", products, Goods.Product::values, List.of(people));
        var carriers =
                sources.stream().filter(Firms.Source::carries).map(s -> s.firm().key()).toList();
        var orders = new Orders(customers, carriers, byLiking(products), today).make();
        var orderLane = lane("order", orders, Order::values, List.of(people));
        lines(orders, productLane);
        var complaints = new Complaints(today).make(orders);
        var claims = lane("claim", complaints, Complaints.Complaint::values, List.of(orderLane));
        plain("interaction", new Talks(today).make(contacts, orders, complaints), List.of(claims));
    }

    /** What sells best has nothing to do with where it stands in the catalogue. */
    private static List<Goods.Product> byLiking(List<Goods.Product> products) {
        return products.stream()
                .sorted(Comparator.comparingInt(product -> product.name().hashCode()))
                .toList();
    }

    private record PlacedLine(int orderIndex, Order order, Order.Line line) {}

    /** Lines follow their orders closely: both are loaded at the same time. */
    private void lines(List<Order> orders, Lane products) {
        var lines = new ArrayList<PlacedLine>();
        for (var i = 0; i < orders.size(); i++) {
            for (var line : orders.get(i).lines()) {
                lines.add(new PlacedLine(i, orders.get(i), line));
            }
        }
        lanes.add(
                Lane.of(
                        "order_line",
                        lines,
                        placed -> placed.line().values(placed.order().key()),
                        part ->
                                List.of(
                                        new Chunk.Need("product", products.chunks().size()),
                                        new Chunk.Need(
                                                "order",
                                                part.getLast().orderIndex() / Chunk.MOST + 1))));
    }

    private Lane plain(String entity, List<Values> values, List<Lane> earlier) {
        return lane(entity, values, Function.identity(), earlier);
    }

    private <T> Lane lane(
            String entity, List<T> items, Function<T, Values> values, List<Lane> earlier) {
        var lane = Lane.of(entity, items, values, earlier);
        lanes.add(lane);
        return lane;
    }
}
