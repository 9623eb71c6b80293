package org.entente.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * The walls of one room of the house, as rules that a test of that room checks: which rooms it may
 * see, no cycles between its packages, every package null-marked, no class named after nothing.
 */
public final class Room {

    private static final String HOUSE = "org.entente.";
    private static final List<String> ROOMS =
            List.of("spi", "metadata", "engine", "store", "identity", "host", "server", "testkit");
    private static final Pattern EMPTY_WORD =
            Pattern.compile(".*(Impl|Utils?|Common|Helpers?|Manager|Base|Dto)$");

    private final String name;
    private final Set<String> visible;

    private Room(String name, Set<String> visible) {
        this.name = name;
        this.visible = visible;
    }

    /** A room that sees itself alone. */
    public static Room named(String name) {
        return new Room(name, Set.of(name));
    }

    /** The same room, which may also see these. */
    public Room maySee(String... rooms) {
        var all = new TreeSet<>(visible);
        all.addAll(List.of(rooms));
        return new Room(name, all);
    }

    /**
     * Checks the room's production classes.
     *
     * @param atLeast how many classes there are at least: an empty import passes every rule
     */
    public void check(int atLeast) {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("test-classes"))
                        .importPackages(HOUSE + name);
        if (classes.size() < atLeast) {
            throw new AssertionError(
                    "expected at least %d classes in %s, found %d"
                            .formatted(atLeast, name, classes.size()));
        }
        checkWalls(classes);
        checkCycles(classes);
        checkNames(classes);
        checkNullMarks(classes);
    }

    private void checkWalls(JavaClasses classes) {
        var hidden =
                ROOMS.stream()
                        .filter(room -> !visible.contains(room))
                        .map(room -> HOUSE + room + "..")
                        .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(hidden))
                .allowEmptyShould(true)
                .check(classes);
    }

    private void checkCycles(JavaClasses classes) {
        slices().matching(HOUSE + name + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void checkNames(JavaClasses classes) {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(EMPTY_WORD.pattern())
                .check(classes);
    }

    private static void checkNullMarks(JavaClasses classes) {
        var unmarked = new TreeSet<String>();
        for (JavaClass type : classes) {
            if (!isNullMarked(type)) {
                unmarked.add(type.getPackageName());
            }
        }
        if (!unmarked.isEmpty()) {
            throw new AssertionError("packages without @NullMarked: " + unmarked);
        }
    }

    private static boolean isNullMarked(JavaClass type) {
        try {
            return Class.forName(type.getPackageName() + ".package-info")
                    .isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
