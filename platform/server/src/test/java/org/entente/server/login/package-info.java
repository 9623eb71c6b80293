@NullMarked
package org.entente.server.login;

import org.jspecify.annotations.NullMarked;
