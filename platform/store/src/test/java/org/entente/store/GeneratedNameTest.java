package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;

class GeneratedNameTest {

    @Test
    void letsPassWhatWeMade() {
        for (var name : List.of("t_1", "t_zz_rw", "e_12", "f_3_postal_code", "ix_3_fr")) {
            assertEquals(name, GeneratedName.checked(name));
        }
    }

    @Test
    void throwsAtAnythingElse() {
        for (var name :
                List.of("", "e_", "contract", "e_1; drop table x", "E_1", "e_é", "x_1", "e_1 ")) {
            assertThrows(IllegalArgumentException.class, () -> GeneratedName.checked(name), name);
        }
        assertThrows(
                IllegalArgumentException.class, () -> GeneratedName.checked("e_" + "1".repeat(99)));
    }

    @Test
    void namesATenantByItsNumberInBase36() {
        var names = TenantNames.of(new Tenant(new UUID(0, 1), 36, "a-tenant"));

        assertEquals("t_10", names.schema());
        assertEquals("t_10_rw", names.role());
    }
}
