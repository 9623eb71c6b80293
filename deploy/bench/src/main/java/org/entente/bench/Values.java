package org.entente.bench;

import java.util.List;

/** Values of new accounts, alike on both sides. */
record Values(List<String> owners) {
    Values {
        owners = List.copyOf(owners);
    }

    String account(int seed) {
        var number = Integer.toUnsignedString(seed);
        return """
        {"name": "Vertex Robotics AB %1$s", "account_no": "NEW-%1$s", "industry": "software", "segment": "smb", "phone": "+46812345678",
         "email": "info@vertex%1$s.example", "website": "https://vertex%1$s.example", "city": "Stockholm", "country": "SE",
         "description": "Account %1$s in software. Lorem ipsum dolor sit amet.", "annual_revenue": "1234567.89", "employees": 120,
         "credit_limit": "50000.00", "score": 42, "opened_at": "2026-01-02T03:04:05Z", "last_activity": "2026-05-02T03:04:05Z",
         "next_review": "2026-12-02T03:04:05Z", "is_active": true, "is_vip": false, "owner": "%2$s"}\
        """
                .formatted(number, owners.get(Math.floorMod(seed, owners.size())));
    }
}
