package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
    @TempDir Path folder;

    @Test
    void itsSecretsAreMadeOnceAndForItsOwnerAlone() throws IOException {
        var file = folder.resolve("secrets.properties");
        var made = Secrets.of(file);

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(made, Secrets.of(file));
        assertNotEquals(made.get(Secrets.APP), made.get(Secrets.OWNER));
        assertEquals(32, Base64.getDecoder().decode(made.get(Secrets.CURSOR_KEY)).length);
    }

    @Test
    void aSecretThatIsNewToTheHouseIsAddedToTheOthers() throws IOException {
        var file = folder.resolve("secrets.properties");
        Files.writeString(file, Secrets.APP + "=known\n");

        assertEquals("known", Secrets.of(file).get(Secrets.APP));
        assertTrue(Files.readString(file).contains(Secrets.OWNER + "="));
    }

    @Test
    void itRemembersItsPortAndItsTenants() throws IOException {
        assertEquals(Optional.empty(), State.read(folder));
        State.fresh(9080).withSeeded("horizon", "abc").withPort(9500).write(folder);

        assertEquals(Optional.of(new State(9500, Map.of("horizon", "abc"))), State.read(folder));
    }

    @Test
    void anUnreadableMemoryIsNotTakenForAnEmptyOne() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{\"port\": ");

        assertThrows(LaunchFailure.class, () -> State.read(folder));
    }

    @Test
    void deletingAFolderLeavesWhatItsLinksPointTo() throws IOException {
        var kept = Files.createDirectories(folder.resolve("kept"));
        Files.writeString(kept.resolve("file"), "x");
        var house = Files.createDirectories(folder.resolve("house/inner"));
        Files.createSymbolicLink(house.resolve("link"), kept);

        Trees.delete(folder.resolve("house"));

        assertTrue(Files.notExists(folder.resolve("house")));
        assertTrue(Files.exists(kept.resolve("file")));
    }

    @Test
    void itsPlatformIsNamedAsTheBinariesAre() {
        assertEquals("linux-amd64", Tools.platform("Linux", "amd64"));
        assertEquals("darwin-arm64v8", Tools.platform("Mac OS X", "aarch64"));
        assertThrows(LaunchFailure.class, () -> Tools.platform("Windows 11", "amd64"));
    }

    @Test
    void optionFilesAreReadWithoutTheirComments() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("jvm.options"),
                        "# memory\n-Xmx768m\n\n--add-exports\na/b=ALL\n");

        assertEquals(
                java.util.List.of("-Xmx768m", "--add-exports", "a/b=ALL"), Liberty.options(file));
    }
}
