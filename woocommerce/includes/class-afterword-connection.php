<?php
/**
 * The connection with Afterword.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * The merchant agrees in Afterword's console, and this site fetches a key for it (OAuth's authorization code with PKCE, RFC 7636). So no
 * secret stands in an address, and Afterword never calls the shop. The key speaks for the address that this site had then: a copy of
 * the site has the key, too, but not the address.
 */
class Afterword_Connection {

	/** The option: `base`, `shop`, `name`, `key` (empty once it has ended), `home`, and whether Afterword took this for a copy, `is_copy`. */
	const OPTION = 'afterword_connection';

	const CONNECT    = 'afterword_connect';
	const RETURNED   = 'afterword_connected';
	const DISCONNECT = 'afterword_disconnect';

	/** The transients of a user who is in Afterword's console, and for whom Afterword had a message. */
	const ASKED   = 'afterword_asked_';
	const MESSAGE = 'afterword_message_';

	/** The transient: what Afterword last said about what comes next, for a minute. */
	const COMING = 'afterword_coming';

	public static function hook() {
		add_action( 'admin_post_' . self::CONNECT, array( __CLASS__, 'connect' ) );
		add_action( 'admin_post_' . self::RETURNED, array( __CLASS__, 'returned' ) );
		add_action( 'admin_post_' . self::DISCONNECT, array( __CLASS__, 'disconnect' ) );
	}

	/** The connection, or `null`. */
	public static function stored() {
		$stored = get_option( self::OPTION );
		return is_array( $stored ) ? $stored : null;
	}

	private static function change( array $changes ) {
		if ( self::stored() ) {
			update_option( self::OPTION, $changes + self::stored(), false );
		}
	}

	/** Afterword's address in the file that Afterword gives; empty in a file from elsewhere. */
	public static function address() {
		$file = dirname( __DIR__ ) . '/address.php';
		return is_file( $file ) ? Afterword_Shop::base( (string) include $file ) : '';
	}

	/** The button *Connect* leads to Afterword's console. */
	public static function connect() {
		Afterword_Settings::allow_if( current_user_can( 'manage_woocommerce' ) );
		check_admin_referer( self::CONNECT );
		Afterword_Settings::allow_address();
		$base = self::address() ? self::address() : Afterword_Shop::base( esc_url_raw( wp_unslash( $_POST['base'] ?? '' ) ) );
		if ( '' === $base ) {
			Afterword_Settings::leave( 'no_address' );
		}
		$state    = self::base64url( random_bytes( 32 ) );
		$verifier = self::base64url( random_bytes( 32 ) );
		set_transient( self::ASKED . get_current_user_id(), compact( 'base', 'state', 'verifier' ), 10 * MINUTE_IN_SECONDS );
		$query = array(
			'home'      => get_option( 'home' ),
			'redirect'  => admin_url( 'admin-post.php?action=' . self::RETURNED ),
			'state'     => $state,
			'challenge' => self::base64url( hash( 'sha256', $verifier, true ) ),
		);
		wp_redirect( "$base/console/connect?" . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) ); // phpcs:ignore WordPress.Security.SafeRedirect -- Afterword is elsewhere.
		exit;
	}

	private static function base64url( $bytes ) {
		return sodium_bin2base64( $bytes, SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING );
	}

	/** Afterword's console leads back with a code, which is worth nothing without the verifier. */
	public static function returned() {
		Afterword_Settings::allow_if( current_user_can( 'manage_woocommerce' ) );
		$state = sanitize_text_field( wp_unslash( $_GET['state'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification -- it is one.
		$code  = sanitize_text_field( wp_unslash( $_GET['code'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification -- the state is one.
		$asked = get_transient( self::ASKED . get_current_user_id() );
		delete_transient( self::ASKED . get_current_user_id() );
		if ( ! is_array( $asked ) || ! hash_equals( $asked['state'], $state ) ) {
			Afterword_Settings::leave( 'stale' );
		}
		if ( '' === $code ) {
			Afterword_Settings::leave( 'denied' );
		}
		$proof  = array( 'code' => $code, 'verifier' => $asked['verifier'] );
		$answer = self::call( 'POST', 'connection', $proof, array( 'base' => $asked['base'] ) );
		if ( 200 !== $answer['status'] || ! self::start( $asked['base'], $answer['json'] ) ) {
			set_transient( self::MESSAGE . get_current_user_id(), sanitize_text_field( $answer['json']['message'] ?? '' ), MINUTE_IN_SECONDS );
			Afterword_Settings::leave( 'failed' );
		}
		Afterword_Answers::renew();
		Afterword_Settings::leave( 'connected' );
	}

	private static function start( $base, array $said ) {
		foreach ( array( 'key' => '[\x21-\x7e]+', 'shop' => Afterword_Shop::ID, 'name' => '.+' ) as $name => $pattern ) {
			if ( ! is_string( $said[ $name ] ?? null ) || ! preg_match( "~^$pattern$~Ds", $said[ $name ] ) ) {
				return false;
			}
		}
		$before = self::stored();
		if ( $before && array( $before['base'], $before['shop'] ) !== array( $base, $said['shop'] ) ) {
			Afterword_Outbox::end();
		}
		$kept = array( 'base' => $base, 'home' => self::hash_of_home(), 'is_copy' => false );
		update_option( self::OPTION, $kept + array_intersect_key( $said, array_flip( array( 'shop', 'name', 'key' ) ) ), false );
		delete_transient( self::COMING );
		Afterword_Outbox::begin();
		return true;
	}

	public static function disconnect() {
		Afterword_Settings::allow_if( current_user_can( 'manage_woocommerce' ) );
		check_admin_referer( self::DISCONNECT );
		Afterword_Settings::leave( self::forget() ? 'disconnected' : 'disconnected_here' );
	}

	/** Ends the key, leaves nothing of the connection here, and says whether that is all. A copy ends nothing of its shop. */
	public static function forget() {
		$connection = self::stored();
		$answer     = $connection && '' !== $connection['key'] ? self::call( 'DELETE', 'connection', null, $connection ) : null;
		Afterword_Answers::stop();
		delete_option( self::OPTION );
		Afterword_Outbox::end();
		return ! $answer || 2 === intdiv( $answer['status'], 100 ) || self::is_error( $answer, 401, 'unauthorized' ) || self::is_error( $answer, 409, 'other_shop' );
	}

	/**
	 * Whether Afterword takes calls of this site. If the site's address is another one than at the last call, or Afterword took it for a copy,
	 * a call without any data asks first. WordPress keeps only a hash of the address, because what makes copies rewrites addresses.
	 *
	 * @param bool $asks Whether to ask in any case, because somebody may have ended the connection in the console.
	 */
	public static function may_send( $asks = false ) {
		$connection = self::stored();
		if ( ! $connection || '' === $connection['key'] ) {
			return false;
		}
		$is_same = hash_equals( $connection['home'], self::hash_of_home() ) && ! $connection['is_copy'];
		if ( $is_same && ! $asks ) {
			return true;
		}
		$answer = self::call( 'GET', 'connection', null, $connection );
		self::note( $answer );
		if ( 200 !== $answer['status'] || ( $answer['json']['shop'] ?? '' ) !== $connection['shop'] ) {
			return false;
		}
		if ( ! $is_same ) {
			self::change( array( 'home' => self::hash_of_home(), 'is_copy' => false ) );
			// What rewrites addresses in the database calls no hook.
			Afterword_Outbox::moved();
		}
		if ( isset( $answer['json']['resend_from'], $answer['json']['resend_until'] ) ) {
			Afterword_Outbox::forget( (int) strtotime( $answer['json']['resend_from'] ), (int) strtotime( $answer['json']['resend_until'] ) );
		}
		return true;
	}

	/** What comes next in Afterword, or only an `error` if it has not said so. A copy of the shop learns here that it is one: this call has no data. */
	public static function coming() {
		$coming     = get_transient( self::COMING );
		$connection = self::stored();
		if ( is_array( $coming ) || ! $connection || '' !== Afterword_Settings::refusal() ) {
			return (array) $coming;
		}
		$answer = self::call( 'GET', 'connection', null, $connection );
		self::note( $answer );
		// What somebody between says is no answer; why none came, WordPress says.
		$coming = isset( $answer['json']['shop'] ) ? $answer['json'] : array( 'error' => $answer['status'] ? '' : $answer['json']['message'] ?? '' );
		$coming = array_filter( array_intersect_key( $coming, array_flip( array( 'error', 'waits', 'first_email_at', 'paused_until' ) ) ), 'is_string' );
		set_transient( self::COMING, $coming, MINUTE_IN_SECONDS );
		return $coming;
	}

	/** Notes what an answer says about the connection: its key has ended, or this is a copy of the shop. */
	public static function note( array $answer ) {
		// Somebody may have connected again during the call.
		wp_cache_delete( self::OPTION, 'options' );
		$is_ours = ( self::stored()['key'] ?? '' ) === $answer['key'];
		if ( $is_ours && self::is_error( $answer, 401, 'unauthorized' ) ) {
			self::change( array( 'key' => '' ) );
		} elseif ( $is_ours && self::is_error( $answer, 409, 'other_shop' ) ) {
			self::change( array( 'is_copy' => true ) );
		}
	}

	/** Whether Afterword itself said this. A firewall's page is no reason to forget a key. */
	private static function is_error( array $answer, $status, $error ) {
		return $status === $answer['status'] && ( $answer['json']['error'] ?? '' ) === $error;
	}

	/** Host and path of the site: of WordPress' own option, because plug-ins for languages change what `home_url()` says. */
	public static function home() {
		$home = wp_parse_url( (string) get_option( 'home' ) );
		$host = preg_replace( '/^www\./', '', strtolower( $home['host'] ?? '' ) );
		return Afterword_State::ascii( $host . rtrim( $home['path'] ?? '', '/' ) );
	}

	private static function hash_of_home() {
		return hash( 'sha256', self::home() );
	}

	/**
	 * Calls Afterword's API below `/api/v1/`.
	 *
	 * @param string            $method     The method.
	 * @param string            $path       What follows `/api/v1/`.
	 * @param array|string|null $body       What is sent: JSON, or a text as CSV.
	 * @param array             $connection The connection.
	 * @param string            $once       By what Afterword knows a repetition; empty if it need not.
	 * @return array The key that called, the status (0 without an answer), the JSON, and the pause that Afterword asks for.
	 */
	public static function call( $method, $path, $body, array $connection, $once = '' ) {
		$headers = array(
			'Accept'                => 'application/json',
			'Content-Type'          => is_string( $body ) ? 'text/csv' : 'application/json',
			'Afterword-Home'        => self::home(),
			'Afterword-Environment' => wp_get_environment_type(),
		);
		if ( isset( $connection['key'] ) ) {
			$headers['Authorization'] = 'Bearer ' . $connection['key'];
		}
		if ( '' !== $once ) {
			$headers['Idempotency-Key'] = $once;
		}
		$body   = null === $body || is_string( $body ) ? $body : wp_json_encode( $body );
		$answer = self::request( "{$connection['base']}/api/v1/$path", compact( 'method', 'headers', 'body' ) + array( 'timeout' => 20 ) );
		$json   = is_wp_error( $answer ) ? array( 'message' => $answer->get_error_message() ) : json_decode( wp_remote_retrieve_body( $answer ), true );
		$pause  = (string) wp_remote_retrieve_header( $answer, 'retry-after' );
		return array(
			'key'         => $connection['key'] ?? '',
			'status'      => (int) wp_remote_retrieve_response_code( $answer ),
			'json'        => is_array( $json ) ? $json : array(),
			'retry_after' => is_numeric( $pause ) ? (int) $pause : (int) strtotime( $pause ) - time(),
		);
	}

	/** Asks an address of Afterword. WordPress' safe variant refuses loopback, where Afterword is tried. */
	public static function request( $address, array $arguments ) {
		$request    = 0 === strpos( $address, 'https://' ) ? 'wp_safe_remote_request' : 'wp_remote_request';
		$arguments += array( 'redirection' => 0, 'limit_response_size' => Afterword_Answers::BYTES_MAX, 'user-agent' => 'Afterword for WooCommerce/' . AFTERWORD_VERSION );
		return $request( $address, $arguments );
	}
}
