package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.launcher.demo.Lane;
import org.entente.launcher.demo.Values;
import org.entente.launcher.demo.Volume;

/** A mutual with five thousand members and three years of its life. */
public final class HorizonVolume {
    private static final int MEMBERS = 4_930;

    private final LocalDate today;
    private final FrenchNames names = new FrenchNames();
    private final FrenchPlaces places = new FrenchPlaces();
    private final List<Lane> lanes = new ArrayList<>();

    private HorizonVolume(LocalDate today) {
        this.today = today;
    }

    /** As it stands on that day; the same day gives the same records. */
    public static Volume on(LocalDate today) {
        return new HorizonVolume(today).volume();
    }

    private Volume volume() {
        var staff = new Staff(names, today);
        var firms = new Firms(names, places, today);
        var families = new Families(names, places, staff, today).make(MEMBERS);
        var members = families.stream().flatMap(Family::members).toList();
        var contracts = new Contracts(firms, today).make(families);
        var claims = new Claims(places, firms, staff, today).make(contracts);
        var firmsLane = plain("organization", firms.organizations(), List.of());
        var people = people(staff, firms, members, claims, firmsLane);
        var contractLane = lane("contract", contracts, Contract::values, List.of(people));
        var claimLane = lane("claim", claims, Claim::values, List.of(contractLane));
        var notices = new Notices(today).make(contracts);
        lane("premium_notice", notices, Notices.Notice::values, List.of(contractLane));
        plain("interaction", new Talks(today).make(contracts, claims, firms), List.of(claimLane));
        var desk = new Desk(today);
        plain("task", desk.tasks(members, claims), List.of(claimLane));
        plain("note", desk.notes(members), List.of(people));
        bonds(families, members, people);
        var roles = new ArrayList<>(staff.roles());
        roles.addAll(firms.roles());
        plain("party_role", roles, List.of(people));
        return new Volume(lanes);
    }

    private void bonds(List<Family> families, List<Member> members, Lane people) {
        var bonds = new Bonds(today);
        plain("relationship", bonds.relationships(families), List.of(people));
        plain("party_address", bonds.addresses(families, places), List.of(people));
        plain("consent", bonds.consents(members), List.of(people));
    }

    /** Employees stand before the members they look after. */
    private Lane people(
            Staff staff, Firms firms, List<Member> members, List<Claim> claims, Lane firmsLane) {
        Map<String, LocalDate> lastClaims = new HashMap<>();
        claims.forEach(
                claim -> lastClaims.put(claim.contract().holder().number(), claim.event().day()));
        var contacts = new ArrayList<>(staff.people());
        contacts.addAll(firms.people());
        var earlier = List.of(firmsLane);
        var lane =
                Lane.of("person", contacts, Function.identity(), earlier)
                        .then(
                                Lane.of(
                                        "person",
                                        members,
                                        m -> m.values(lastClaims.get(m.number()), today),
                                        earlier));
        lanes.add(lane);
        return lane;
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
