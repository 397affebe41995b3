<?php
/**
 * What Afterword last answered, and its renewal.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * Pages read only what is stored here. WordPress' cron asks Afterword every five minutes: for the ratings of all products, and for
 * the reviews of the products whose pages were opened since. An error or nonsense leaves the old answer, for at most a day.
 */
class Afterword_Answers {

	const EVENT    = 'afterword_renew';
	const SCHEDULE = 'afterword_five_minutes';
	const RATINGS  = 'afterword_ratings';
	const REVIEWS  = 'afterword_reviews_';

	/** The option with the products whose reviews are to be read: numbers of products as keys. */
	const WANTED = 'afterword_wanted';

	/** After so many seconds, an answer is renewed. */
	const FRESH = 5 * MINUTE_IN_SECONDS;

	/** So long, an answer is shown while there is no newer one: as long as Afterword allows other caches. */
	const KEPT = DAY_IN_SECONDS;

	/** The most seconds that one call may take, and that all calls of one renewal may. */
	const CALL_SECONDS  = 3;
	const RENEW_SECONDS = 20;

	/** Afterword names the ratings of at most so many products. */
	const RATED_MAX = 2000;

	/** The most products that wait to be read; the others wait for their next visitor. */
	const WANTED_MAX = 500;

	const BYTES_MAX = 1024 * 1024;

	/** @var array What this request has read, because WordPress unserializes a transient each time. */
	private static $read = array();

	public static function hook() {
		add_action( self::EVENT, array( __CLASS__, 'renew' ) );
		// In a network, the plug-in may be activated for sites that have not run it.
		add_action( 'admin_init', array( __CLASS__, 'schedule' ) );
		add_filter( 'cron_schedules', array( __CLASS__, 'add_schedule' ) ); // phpcs:ignore WordPress.WP.CronInterval -- five minutes are what Afterword allows.
	}

	public static function add_schedule( $schedules ) {
		$schedules[ self::SCHEDULE ] = array( 'interval' => self::FRESH, 'display' => 'Afterword' );
		return $schedules;
	}

	public static function schedule() {
		if ( ! wp_next_scheduled( self::EVENT ) ) {
			wp_schedule_event( time(), self::SCHEDULE, self::EVENT );
		}
	}

	/** When the plug-in is deactivated: only the connection and what the merchant entered stay. */
	public static function stop() {
		global $wpdb;
		wp_clear_scheduled_hook( self::EVENT );
		delete_option( self::WANTED );
		delete_transient( self::RATINGS );
		// Where transients are in a cache instead, they end within a day.
		foreach ( array( '_transient_', '_transient_timeout_' ) as $prefix ) {
			$like = $wpdb->esc_like( $prefix . 'afterword_' ) . '%';
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress lists no transients.
			foreach ( $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $like ) ) as $option ) {
				delete_option( $option );
			}
		}
	}

	/**
	 * The average and the number of the reviews of a product.
	 *
	 * @param int $product The product's number.
	 * @return array{0: float, 1: int} Zeros without reviews.
	 */
	public static function rating( $product ) {
		$ratings = self::stored( self::RATINGS );
		if ( isset( $ratings['of'][ $product ] ) ) {
			return $ratings['of'][ $product ];
		}
		$reviews = self::may_have_reviews( $ratings, $product ) ? self::stored( self::REVIEWS . $product ) : null;
		return $reviews['rating'] ?? array( 0.0, 0 );
	}

	/**
	 * The stored reviews of a product, which are then renewed if they are old.
	 *
	 * @param int $product The product's number.
	 * @return array{html: string, review: array, rating: array}|null
	 */
	public static function reviews( $product ) {
		if ( ! self::may_have_reviews( self::stored( self::RATINGS ), $product ) ) {
			return null;
		}
		$reviews = self::stored( self::REVIEWS . $product );
		if ( ! $reviews || $reviews['at'] + self::FRESH <= time() ) {
			self::want( $product );
		}
		return $reviews;
	}

	/** When Afterword last answered with ratings; 0 if it has not within a day. */
	public static function answered() {
		return self::stored( self::RATINGS )['at'] ?? 0;
	}

	private static function may_have_reviews( $ratings, $product ) {
		return isset( $ratings['of'][ $product ] ) || ! empty( $ratings['is_full'] );
	}

	private static function want( $product ) {
		$wanted = (array) get_option( self::WANTED, array() );
		if ( ! isset( $wanted[ $product ] ) && count( $wanted ) < self::WANTED_MAX ) {
			$wanted[ $product ] = 1;
			update_option( self::WANTED, $wanted, false );
		}
	}

	/** An answer about the shop that this site shows now. */
	private static function stored( $name ) {
		if ( ! array_key_exists( $name, self::$read ) ) {
			$stored = get_transient( $name );
			$shop   = is_array( $stored ) ? Afterword_Shop::current() : null;

			self::$read[ $name ] = $shop && $stored['shop'] === $shop->address() ? $stored : null;
		}
		return self::$read[ $name ];
	}

	private static function store( $name, Afterword_Shop $shop, array $answer ) {
		set_transient( $name, $answer + array( 'shop' => $shop->address(), 'at' => time() ), self::KEPT );
		self::$read = array();
	}

	/**
	 * Asks Afterword. WordPress' cron calls this, and the settings page when the merchant saves it.
	 *
	 * @return bool Whether Afterword answered with ratings.
	 */
	public static function renew() {
		self::$read = array();

		$shop = Afterword_Shop::current();
		if ( ! $shop || ! self::renew_ratings( $shop ) ) {
			return false;
		}
		self::renew_wanted( $shop );
		return true;
	}

	private static function renew_wanted( Afterword_Shop $shop ) {
		$until  = time() + self::RENEW_SECONDS;
		$wanted = (array) get_option( self::WANTED, array() );
		if ( ! $wanted ) {
			// Deleting it would forget what a page has added meanwhile.
			return;
		}
		foreach ( array_keys( $wanted ) as $product ) {
			if ( time() >= $until || ! self::renew_reviews( $shop, $product ) ) {
				break;
			}
			unset( $wanted[ $product ] );
		}
		$wanted ? update_option( self::WANTED, $wanted, false ) : delete_option( self::WANTED );
	}

	private static function renew_ratings( Afterword_Shop $shop ) {
		$answer = self::ask( $shop->address() . '/ratings.json' );
		// The shop has left Afterword, or shows no reviews any more.
		if ( false === $answer ) {
			self::store( self::RATINGS, $shop, array( 'of' => array() ) );
			return false;
		}
		// Without products, it is an object, too.
		$ratings = is_string( $answer ) && '{' === substr( ltrim( $answer ), 0, 1 ) ? json_decode( $answer, true ) : null;
		if ( ! is_array( $ratings ) ) {
			return false;
		}
		$of = array();
		foreach ( $ratings as $id => $rating ) {
			if ( ! is_array( $rating ) || ! isset( $rating[0], $rating[1] ) || ! self::is_rating( $rating[0], $rating[1] ) ) {
				return false;
			}
			if ( preg_match( '/^woo-(\d+)$/', (string) $id, $number ) ) {
				$of[ (int) $number[1] ] = array( (float) $rating[0], $rating[1] );
			}
		}
		$is_full = count( $ratings ) >= self::RATED_MAX;
		self::store( self::RATINGS, $shop, compact( 'of', 'is_full' ) );
		return true;
	}

	private static function is_rating( $average, $count ) {
		return ( is_int( $average ) || is_float( $average ) ) && $average >= 1 && $average <= 5 && is_int( $count ) && $count > 0;
	}

	/**
	 * Reads the reviews of a product.
	 *
	 * @return bool Whether Afterword answered, be it with nonsense.
	 */
	private static function renew_reviews( Afterword_Shop $shop, $product ) {
		$answer  = self::ask( $shop->address() . "/woo-$product.html" );
		$reviews = is_string( $answer ) ? self::read( $answer ) : null;
		if ( $reviews ) {
			self::store( self::REVIEWS . $product, $shop, $reviews );
		} elseif ( false === $answer ) {
			delete_transient( self::REVIEWS . $product );
		}
		return null !== $answer;
	}

	/**
	 * Takes a fragment apart: the list, and what search engines read.
	 *
	 * @param string $fragment Afterword's answer.
	 * @return array|null `null` if it is none.
	 */
	private static function read( $fragment ) {
		if ( ! preg_match( '~^\s*(<section class="afterword".*</section>)\s*$~s', $fragment, $found ) ) {
			return null;
		}
		$ld = null;
		if ( preg_match( '~<script type="application/ld\+json">(.*?)</script>~s', $found[1], $script ) ) {
			$ld = json_decode( $script[1], true );
		}
		$average = $ld['aggregateRating']['ratingValue'] ?? null;
		$count   = $ld['aggregateRating']['reviewCount'] ?? null;
		// The style sheet is this plug-in's, because a page would wait for another host's.
		$html = preg_replace( array( '~<script\b.*?</script>~s', '~<link\b[^>]*>~' ), '', $found[1] );
		return array(
			'html'   => $html,
			'review' => is_array( $ld['review'] ?? null ) ? $ld['review'] : array(),
			'rating' => self::is_rating( $average, $count ) ? array( (float) $average, $count ) : array( 0.0, 0 ),
		);
	}

	/**
	 * Calls Afterword.
	 *
	 * @param string $address The address.
	 * @return string|false|null The body, `false` if there is nothing at the address, or `null` without an answer.
	 */
	private static function ask( $address ) {
		$answer = wp_remote_get(
			$address,
			array(
				'timeout'             => self::CALL_SECONDS,
				'redirection'         => 0,
				'limit_response_size' => self::BYTES_MAX,
				'user-agent'          => 'Afterword for WooCommerce/' . AFTERWORD_VERSION,
				'headers'             => array(
					// Who asks for HTML first gets a whole page.
					'Accept'          => '*/*',
					'Accept-Language' => get_bloginfo( 'language' ),
				),
			)
		);
		$body = wp_remote_retrieve_body( $answer );
		switch ( wp_remote_retrieve_response_code( $answer ) ) {
			case 200:
				return $body;
			case 404:
				// Somebody else's 404, such as that of a host in maintenance, says nothing about the shop.
				return false === strpos( $body, '"error":"not_found"' ) ? null : false;
			default:
				return null;
		}
	}
}
