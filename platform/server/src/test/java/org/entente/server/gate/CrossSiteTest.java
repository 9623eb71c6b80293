package org.entente.server.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrossSiteTest {

    @Test
    void readingNeedsNoProof() {
        assertFalse(CrossSite.refuses("GET", null, "cross-site"));
        assertFalse(CrossSite.refuses("HEAD", null, null));
    }

    @Test
    void writingNeedsTheHeader() {
        assertTrue(CrossSite.refuses("POST", null, null));
        assertTrue(CrossSite.refuses("DELETE", "XMLHttpRequest", "same-origin"));
        assertFalse(CrossSite.refuses("POST", "entente", null));
        assertFalse(CrossSite.refuses("PATCH", "entente", "same-origin"));
    }

    @Test
    void aBrowserThatNamesAnotherSiteIsBelieved() {
        assertTrue(CrossSite.refuses("POST", "entente", "cross-site"));
        assertTrue(CrossSite.refuses("POST", "entente", "same-site"));
    }
}
