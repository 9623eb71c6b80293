package org.entente.store.catalog;

import org.entente.engine.tenancy.TenantEntry.NewTenant;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant was created with, as it is kept. */
final class NewTenantJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NewTenantJson() {}

    static String write(NewTenant request) {
        return JSON.writeValueAsString(request);
    }

    static NewTenant read(String json) {
        return JSON.readValue(json, NewTenant.class);
    }
}
