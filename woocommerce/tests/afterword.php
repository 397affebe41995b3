<?php
/**
 * A small Afterword, for PHP's own server. The file `mode` says how it answers, `asked` has the public addresses that it was asked for, and
 * `calls` what came by its API.
 *
 * @package Afterword
 */

$afterword_work = getenv( 'AFTERWORD_TESTS' );
$afterword_mode = trim( (string) @file_get_contents( "$afterword_work/mode" ) );
$afterword_path = strtok( $_SERVER['REQUEST_URI'], '?' );
// The API: what came is noted, and of each row the newest state is kept.
if ( 0 === strpos( $afterword_path, '/api/v1/' ) ) {
	$afterword_body = json_decode( (string) file_get_contents( 'php://input' ), true );
	$afterword_call = array(
		'call'        => $_SERVER['REQUEST_METHOD'] . ' ' . substr( $afterword_path, 8 ),
		'key'         => $_SERVER['HTTP_AUTHORIZATION'] ?? null,
		'home'        => $_SERVER['HTTP_AFTERWORD_HOME'] ?? null,
		'environment' => $_SERVER['HTTP_AFTERWORD_ENVIRONMENT'] ?? null,
		'body'        => $afterword_body,
	) + array_filter( array( 'query' => $_SERVER['QUERY_STRING'] ?? '' ) );
	file_put_contents( "$afterword_work/calls", json_encode( $afterword_call ) . "\n", FILE_APPEND );
	$afterword_says = function ( $status, $json ) {
		http_response_code( $status );
		echo json_encode( $json );
	};
	// What the owner agreed to in the console, and the keys that hold.
	$afterword_owner = json_decode( (string) @file_get_contents( "$afterword_work/owner" ), true );
	if ( 'busy' === $afterword_mode ) {
		header( 'Retry-After: 1800' );
		$afterword_says( 429, array( 'error' => 'too_many_requests' ) );
	} elseif ( 'away' === $afterword_mode ) {
		http_response_code( 503 );
	} elseif ( 'hotel' === $afterword_mode ) {
		echo '<h1>Welcome to our hotel</h1>';
	} elseif ( 'firewall' === $afterword_mode ) {
		http_response_code( 401 );
		echo '<h1>Who are you?</h1>';
	} elseif ( 'POST connection' === $afterword_call['call'] ) {
		$afterword_proof = rtrim( strtr( base64_encode( hash( 'sha256', $afterword_body['verifier'] ?? '', true ) ), '+/', '-_' ), '=' );
		if ( 'code-1' === $afterword_body['code'] && $afterword_proof === $afterword_owner['challenge'] ) {
			$afterword_owner['home'] = $afterword_call['home'];
			$afterword_owner['key']  = 'key-' . count( file( "$afterword_work/calls" ) );
			file_put_contents( "$afterword_work/owner", json_encode( $afterword_owner ) );
			$afterword_says( 200, array( 'key' => $afterword_owner['key'], 'shop' => 'acme', 'name' => 'Acme & <b>' ) );
		} else {
			$afterword_says( 400, array( 'error' => 'invalid_grant', 'message' => 'This code is not <b>right</b>.' ) );
		}
	} elseif ( "Bearer {$afterword_owner['key']}" !== $afterword_call['key'] ) {
		$afterword_says( 401, array( 'error' => 'unauthorized' ) );
	} elseif ( $afterword_owner['home'] !== $afterword_call['home'] ) {
		$afterword_says( 409, array( 'error' => 'other_shop' ) );
	} elseif ( 'GET connection' === $afterword_call['call'] ) {
		$afterword_says( 200, (array) json_decode( (string) @file_get_contents( "$afterword_work/coming" ), true ) + array( 'shop' => 'acme', 'version' => '9.0', 'first_email_at' => null, 'waits' => null, 'paused_until' => null ) + (array) json_decode( (string) @file_get_contents( "$afterword_work/lost" ), true ) );
	} elseif ( 'DELETE connection' === $afterword_call['call'] ) {
		file_put_contents( "$afterword_work/owner", '{"key":"","home":"","challenge":""}' );
		http_response_code( 204 );
	} elseif ( preg_match( '~^(GET orders|(?:POST|DELETE) asks)/[^/]+$~', $afterword_call['call'], $afterword_found ) ) {
		// What becomes of an order: asked about until somebody says not to.
		$afterword_may = 'POST asks' === $afterword_found[1] || ( 'GET orders' === $afterword_found[1] && 'stopped' !== $afterword_mode );
		if ( in_array( $afterword_mode, array( '404', '409', '429' ), true ) && ( '409' !== $afterword_mode || 'GET orders' !== $afterword_found[1] ) ) {
			$afterword_says( (int) $afterword_mode, array( 'error' => 'some_error', 'message' => 'Some sentence.' ) );
		} else {
			parse_str( $_SERVER['QUERY_STRING'], $afterword_query );
			$afterword_text = substr( $afterword_query['lang'], 0, 2 ) === 'de' ? array( 'Wird nicht gefragt.', 'Wird am 7. Dezember 2026 um 09:00 MEZ zu 2 von 3 Produkten gefragt.' ) : array( 'Will not be asked.', 'Will be asked on 7 December 2026 at 09:00 CET about 2 of 3 products.' );
			$afterword_says( 200, array( 'ask' => array( 'text' => $afterword_text[ (int) $afterword_may ] . ( 'nonsense' === $afterword_mode ? '<b>' : '' ), 'may_ask' => true, 'may_stop' => $afterword_may ) + ( 'nonsense' === $afterword_mode ? array( 'url' => 'javascript:alert(1)' ) : array( 'url' => 'https://reviews.example.com/console/orders/x?y=1&z' ) ) ) );
		}
	} elseif ( 'POST imports' === $afterword_call['call'] ) {
		// The file comes as CSV, and a repetition gets the first answer.
		$afterword_key = "import-{$_SERVER['HTTP_IDEMPOTENCY_KEY']}" . ( false === strpos( $_SERVER['QUERY_STRING'], 'dry_run=true' ) ? '' : '-dry' );
		file_put_contents( "$afterword_work/$afterword_key", file_get_contents( 'php://input' ) );
		'forbidden' === $afterword_mode ? $afterword_says( 403, array( 'error' => 'forbidden' ) ) : $afterword_says( 201, array( 'id' => $afterword_key ) );
	} elseif ( 0 === strpos( $afterword_call['call'], 'GET imports/' ) ) {
		$afterword_import = file( "$afterword_work/" . substr( $afterword_call['call'], 12 ), FILE_SKIP_EMPTY_LINES );
		$afterword_public = count( preg_grep( '/,1,0,0,[1-5],/', $afterword_import ) );
		if ( 'again' === $afterword_mode ) {
			$afterword_says( 200, array( 'status' => 'done', 'imported' => 0, 'published' => 0, 'waiting' => 0, 'skipped' => 139, 'skipped_for' => array( 'duplicate' => 137 ) ) );
			return;
		}
		$afterword_says( 200, array( 'status' => in_array( $afterword_mode, array( 'running', 'undone', 'failed' ), true ) ? $afterword_mode : 'done', 'imported' => count( $afterword_import ) - 1, 'published' => 'held' === $afterword_mode ? 0 : $afterword_public, 'waiting' => 'held' === $afterword_mode ? 137 : 0, 'skipped' => 0 ) );
	} elseif ( isset( $afterword_body['orders'] ) || isset( $afterword_body['products'] ) ) {
		$afterword_stored  = json_decode( (string) @file_get_contents( "$afterword_work/stored" ), true );
		$afterword_results = array();
		foreach ( array_merge( $afterword_body['orders'] ?? array(), $afterword_body['products'] ?? array() ) as $afterword_row ) {
			$afterword_newer   = $afterword_row['as_of'] > ( $afterword_stored[ $afterword_row['id'] ]['as_of'] ?? 0 );
			$afterword_outcome = $afterword_newer ? 'stored' : 'kept';
			if ( "poison {$afterword_row['id']}" === $afterword_mode ) {
				http_response_code( 500 );
				return;
			}
			if ( "refuse {$afterword_row['id']}" === $afterword_mode ) {
				$afterword_outcome = 'refused';
			} elseif ( $afterword_newer ) {
				$afterword_stored[ $afterword_row['id'] ] = $afterword_row;
			}
			$afterword_results[] = array( 'id' => $afterword_row['id'], 'outcome' => $afterword_outcome, 'code' => 'refused' === $afterword_outcome ? 'invalid_email' : null );
		}
		file_put_contents( "$afterword_work/stored", json_encode( $afterword_stored ) );
		if ( 'lost' === $afterword_mode ) {
			// It is stored, but the answer does not arrive.
			http_response_code( 502 );
			return;
		}
		if ( 'half' === $afterword_mode ) {
			array_pop( $afterword_results );
		}
		$afterword_says( 200, array( 'results' => $afterword_results ) );
	}
	return;
}
file_put_contents( "$afterword_work/asked", "$afterword_path\n", FILE_APPEND );
switch ( $afterword_mode ) {
	case 'failing':
		http_response_code( 500 );
		return;
	case 'elsewhere':
		http_response_code( 302 );
		header( 'Location: /p/acme/ratings.json' );
		return;
	case 'maintenance':
		http_response_code( 404 );
		echo '<h1>Back soon</h1>';
		return;
	case 'gone':
		http_response_code( 404 );
		echo '{"ok":false,"error":"not_found","message":"Nothing has this id."}';
		return;
	case 'hotel':
		echo '<h1>Welcome to our hotel</h1>';
		return;
	case 'nonsense':
		echo '{"woo-11":["5",-3]}';
		return;
	case 'list':
		echo '[]';
		return;
}
$afterword_ratings = @file_get_contents( "$afterword_work/ratings" ) ?: '{"shopify-7":[1.0,9,0,1764489500],"woo-11":[4.5,2,0,1764489600],"woo-13":[5,1,0,1764489700]}';
if ( '/p/acme/ratings.json' === $afterword_path ) {
	echo $afterword_ratings;
	return;
}
if ( '/p/acme/@all.html' === $afterword_path || preg_match( '~^/p/acme/(woo-\d+)\.html$~', $afterword_path, $afterword_id ) && isset( json_decode( $afterword_ratings, true )[ $afterword_id[1] ] ) ) {
	echo strtr( file_get_contents( __DIR__ . '/fragment.html' ), array( 'Holds two cups.' => @file_get_contents( "$afterword_work/words" ) ?: 'Holds two cups.' ) );
	return;
}
http_response_code( 404 );
echo '{"ok":false,"error":"not_found","message":"Nothing has this id."}';
