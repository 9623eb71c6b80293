package org.entente.store.file;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens the way to an object store. */
final class S3Door {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private S3Door() {}

    /**
     * Stores other than Amazon's are asked by path, since their names seldom have one of their own
     * for each bucket, and without checksums that only Amazon's knows.
     */
    static S3Client open(S3Settings settings) {
        var http =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(TO_ANSWER);
        var builder =
                S3Client.builder()
                        .httpClientBuilder(http)
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        settings.endpoint()
                .ifPresent(there -> builder.endpointOverride(there).forcePathStyle(true));
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.keys()
                .<AwsCredentialsProvider>map(keys ->
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(keys.id(), keys.secret())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
