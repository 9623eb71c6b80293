package org.entente.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands of {@code ./entente}. */
public final class Main {
    private static final String HELP =
            """
            ./entente up        start everything, or mend it   [--port N] [--demo none|small|full] [--attach] [--war FILE]
            ./entente down      end everything
            ./entente status    what runs, where, how well
            ./entente logs      follow the logs                [liberty | keycloak | postgres]
            ./entente token     print a bearer token           USER [--tenant T] [--password P]
            ./entente import    send a file into an entity     --tenant T --entity E FILE
                                [--map column=field]… [--match-on f] [--user U] [--dry-run] [--refused FILE]
            ./entente tenant    a tenant's model as a folder   plan DIR | apply DIR | export DIR | diff DIR | schema FILE
                                [--tenant T] [--user U] [--yes]      diff --tenant T --with OTHER
            ./entente reset     end everything and delete the data   [--yes]
            ./entente build     build the application if its sources changed
            ./entente bench     measure against a hand-written server   [--rows N] [--seconds N] [--only R1,R2] [--keep] [--no-profile]
            ./entente test      run all tests on a house of their own   [--only unit|it|stories] [--keep] [--demo small|full]
            ./entente trial     run the long tests that break things, on a house of their own   [NAME…] [--keep]
                                [--rounds N] [--rows N] [--changes N]   (a name that is none tells which there are)
                                expressions [--seed S] [--from N] [--models N] and fuzz [--seconds N] need no house

            --port N takes N for Entente, N+1 for Keycloak and N+2 for PostgreSQL, and is remembered;
            ENTENTE_PORT (for up), ENTENTE_TEST_PORT (for test), ENTENTE_TRIAL_PORT (for trial) do the same.
            --demo small leaves out the thousands of generated records (usual for test), none the tenants too.
            --house NAME speaks of another house than "up", such as "test" after test --keep.
            """;

    private final Arguments arguments;
    private final Path root;
    private final Children children;
    private final PrintStream out;
    private final PrintStream err;

    private Main(Arguments arguments, Children children, PrintStream out, PrintStream err)
            throws IOException {
        this.arguments = arguments;
        this.root = Path.of(System.getProperty("entente.root", ".")).toRealPath();
        this.children = children;
        this.out = out;
        this.err = err;
    }

    /** Runs one command and ends the process with its status. */
    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var children = new Children(err);
        // Also the way out of a failure: whatever was started and not handed over ends here.
        Runtime.getRuntime().addShutdownHook(new Thread(children::end));
        System.exit(status(List.of(words), children, out, err));
    }

    private static int status(
            List<String> words, Children children, PrintStream out, PrintStream err) {
        try {
            return new Main(Arguments.parse(words), children, out, err).run() ? 0 : 1;
        } catch (LaunchFailure e) {
            complain(e.getMessage(), children, err);
        } catch (IOException e) {
            complain(e.toString(), children, err);
        }
        return 1;
    }

    private static void complain(@Nullable String message, Children children, PrintStream err) {
        if (!children.ending()) {
            err.println("entente: " + message);
        }
    }

    private boolean run() throws IOException {
        switch (arguments.command()) {
            case "up" -> up();
            case "down" -> new Down(household(known())).run();
            case "status" -> {
                return new Status(household(known())).show();
            }
            case "logs" -> logs(known());
            case "token" -> token();
            case "import" -> {
                return importFile();
            }
            case "tenant" -> {
                return tenant();
            }
            case "reset" -> new Reset(household(known())).run(arguments.has("yes"));
            case "build" -> household(known()).application().build(new Steps(out));
            case "test" -> {
                return test();
            }
            case "bench" -> bench();
            case "trial" -> {
                return trial();
            }
            case "help" -> out.print(HELP);
            default ->
                    throw new LaunchFailure(
                            "There is no command \""
                                    + arguments.command()
                                    + "\". See ./entente help.");
        }
        return true;
    }

    private void up() throws IOException {
        var house = chosen(name(House.MAIN), "ENTENTE_PORT", 9080);
        var household = household(house);
        var war = arguments.option("war").map(file -> Path.of(file).toAbsolutePath());
        new Up(household, new Up.Options(war, demo(Demo.FULL))).run();
        if (arguments.has("attach")) {
            out.println("\nFollowing the logs. Ctrl-C ends what this command started.");
            logs(house);
        }
        children.handOver();
    }

    private Demo demo(Demo usual) {
        return arguments.has("bare")
                ? Demo.NONE
                : arguments.option("demo").map(Demo::parse).orElse(usual);
    }

    private void logs(House house) throws IOException {
        var logs = new Logs(house, out);
        var part = arguments.operands().isEmpty() ? "" : arguments.operands().getFirst();
        logs.follow(logs.choose(part));
    }

    private void token() throws IOException {
        if (arguments.operands().size() != 1) {
            throw new LaunchFailure("Whose token? ./entente token USER [--tenant T]");
        }
        var user = arguments.operands().getFirst();
        var household = household(known());
        var token = household.realm().token(user, arguments.option("password").orElse(user));
        arguments.option("tenant").ifPresent(tenant -> warn(household, tenant, token));
        out.println(token);
    }

    private boolean importFile() throws IOException {
        if (arguments.operands().size() != 1
                || arguments.option("tenant").isEmpty()
                || arguments.option("entity").isEmpty()) {
            throw new LaunchFailure(
                    "What, and where to? ./entente import --tenant T --entity E FILE");
        }
        var tenant = arguments.option("tenant").get();
        var user = arguments.option("user").orElse(tenant + "-admin");
        var household = household(known());
        var token = household.realm().token(user, arguments.option("password").orElse(user));
        var api = household.house().url() + "/t/" + Web.encode(tenant) + "/api/v1";
        var wish =
                new Import.Wish(
                        arguments.option("entity").get(),
                        Path.of(arguments.operands().getFirst()),
                        Import.maps(arguments.option("map")),
                        arguments.option("match-on"),
                        arguments.has("dry-run"),
                        arguments.option("refused").map(Path::of));
        return new Import(household.web(), api, token, out).run(wish);
    }

    private boolean tenant() throws IOException {
        var words = arguments.operands();
        var what = words.isEmpty() ? "" : words.getFirst();
        if (what.equals("diff") && words.size() == 1 && arguments.option("with").isPresent()) {
            return code(chosenTenant(Optional.empty())).diff(code(arguments.option("with").get()));
        }
        if (words.size() != 2) {
            throw new LaunchFailure("Which folder? ./entente tenant plan DIR [--tenant T]");
        }
        var path = Path.of(words.get(1)).toAbsolutePath().normalize();
        var folder = new TenantFolder(path);
        var code = code(chosenTenant(Optional.of(folder)));
        return switch (what) {
            case "plan" -> code.plan(folder);
            case "apply" -> code.apply(folder, arguments.has("yes"));
            case "export" -> code.export(folder, arguments.has("yes"));
            case "diff" -> code.diff(folder);
            case "schema" -> code.schema(path);
            default -> throw new LaunchFailure("tenant plan, apply, export, diff or schema?");
        };
    }

    /** The one that is named, else the one that the folder says it is. */
    private String chosenTenant(Optional<TenantFolder> folder) throws IOException {
        var named = arguments.option("tenant");
        if (named.isEmpty() && folder.isPresent() && folder.get().isTenant()) {
            return folder.get().definition().path("tenant").asString(folder.get().name());
        }
        return named.orElseThrow(() -> new LaunchFailure("Which tenant? Say --tenant T."));
    }

    private TenantCode code(String tenant) throws IOException {
        var user = arguments.option("user").orElse(tenant + "-admin");
        var household = household(known());
        var token = household.realm().token(user, arguments.option("password").orElse(user));
        var api = household.house().url() + "/t/" + Web.encode(tenant) + "/api/v1";
        return new TenantCode(household.web(), api, token, out);
    }

    /** A token says who, not where: the tenant may still not know this user. */
    private void warn(Household household, String tenant, String token) {
        var me =
                household
                        .web()
                        .get(
                                household.house().url() + "/t/" + Web.encode(tenant) + "/api/v1/me",
                                token);
        if (!me.good()) {
            err.println(
                    "entente: the token is good, but tenant \""
                            + tenant
                            + "\" answers it "
                            + me.status()
                            + ".");
        }
    }

    private boolean test() throws IOException {
        var choice =
                new TestRun.Choice(
                        arguments.option("only"), arguments.has("keep"), demo(Demo.SMALL));
        var house = chosen(name(House.TEST), "ENTENTE_TEST_PORT", 9180);
        if (!choice.keep() && !choice.only().equals(Optional.of("unit"))) {
            new Reset(household(house)).run(true);
        }
        return new TestRun(household(house), choice).run();
    }

    private void bench() throws IOException {
        var house = chosen(name(House.BENCH), "ENTENTE_BENCH_PORT", 9280);
        new Bench(household(house), arguments).run();
    }

    private boolean trial() throws IOException {
        var sizes = new TreeMap<String, String>();
        Trial.SIZES.forEach(
                name -> arguments.option(name).ifPresent(value -> sizes.put(name, value)));
        var choice =
                new Trial.Choice(
                        arguments.operands(), sizes, arguments.has("keep"), demo(Demo.NONE));
        Trial.refuseUnknown(root, choice);
        var house = chosen(name(House.TRIAL), "ENTENTE_TRIAL_PORT", 9380);
        if (choice.onHouse() && !choice.keep()) {
            new Reset(household(house)).run(true);
        }
        var household = household(house);
        return new Trial(household, choice, new RoomTrials(household, arguments)).run();
    }

    private Household household(House house) throws IOException {
        return new Household(house, children, new Steps(out));
    }

    private String name(String usual) {
        var name = arguments.option("house").orElse(usual);
        if (!name.matches("[a-z][a-z0-9-]{0,30}")
                || List.of("parts", "launcher", "built").contains(name)) {
            throw new LaunchFailure("\"" + name + "\" is no name for a house.");
        }
        return name;
    }

    /** The house as it was last started. */
    private House known() throws IOException {
        var name = name(House.MAIN);
        return at(name, remembered(name).orElse(usualPort(name)));
    }

    private static int usualPort(String name) {
        return switch (name) {
            case House.TEST -> 9180;
            case House.TRIAL -> 9380;
            case House.BENCH -> 9280;
            default -> 9080;
        };
    }

    /** The house where it is now wanted. */
    private House chosen(String name, String variable, int usual) throws IOException {
        var wished =
                arguments.option("port").or(() -> Optional.ofNullable(System.getenv(variable)));
        if (wished.isPresent()) {
            return new House(root, name, Ports.parse(wished.get()));
        }
        return at(name, remembered(name).orElse(usual));
    }

    private Optional<Integer> remembered(String name) throws IOException {
        return State.read(root.resolve(".entente").resolve(name)).map(State::port);
    }

    private House at(String name, int port) {
        return new House(root, name, Ports.from(port));
    }
}
