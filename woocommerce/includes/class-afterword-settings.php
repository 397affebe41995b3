<?php
/**
 * The settings page.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/** One page below WooCommerce's menu: the connection, one field, and what the plug-in does. */
class Afterword_Settings {

	const PAGE = 'afterword';
	const SAVE = 'afterword_save';

	public static function hook() {
		add_action( 'admin_menu', fn() => add_submenu_page( 'woocommerce', 'Afterword', 'Afterword', 'manage_woocommerce', self::PAGE, array( __CLASS__, 'show' ) ), 60 );
		add_action( 'admin_post_' . self::SAVE, array( __CLASS__, 'save' ) );
		add_action( 'activated_plugin', array( __CLASS__, 'activated' ), 10, 2 );
		add_filter( 'plugin_action_links_' . plugin_basename( AFTERWORD_FILE ), fn( $links ) => array_merge( array( self::link() ), $links ) );
		add_filter( 'site_status_tests', array( __CLASS__, 'add_test' ) );
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			WP_CLI::add_command( 'afterword status', array( __CLASS__, 'status' ), array( 'shortdesc' => 'Says what the plug-in last heard of Afterword, and what waits.' ) );
		}
	}

	private static function link() {
		return sprintf( '<a href="%s">%s</a>', esc_url( self::address() ), esc_html__( 'Settings', 'afterword' ) );
	}

	/**
	 * Whoever activates the plug-in, alone and for this site, is led here instead of back to the list of plug-ins.
	 *
	 * @param string $plugin     The plug-in that was activated.
	 * @param bool   $is_network Whether it was for a network of sites.
	 */
	public static function activated( $plugin, $is_network ) {
		$is_alone = isset( $_GET['action'] ) && 'activate' === $_GET['action']; // phpcs:ignore WordPress.Security -- WordPress has checked the nonce.
		if ( plugin_basename( AFTERWORD_FILE ) === $plugin && $is_alone && ! $is_network && class_exists( 'WC_Data_Store' ) && current_user_can( 'manage_woocommerce' ) ) {
			add_filter( 'wp_redirect', fn() => self::address() );
		}
	}

	public static function address( $done = '' ) {
		return add_query_arg( array_filter( array( 'page' => self::PAGE, 'done' => $done ) ), admin_url( 'admin.php' ) );
	}

	/** Ends here unless the user may do this. */
	public static function allow_if( $may ) {
		if ( ! $may ) {
			wp_die( esc_html__( 'You may not do this.', 'afterword' ), 403 );
		}
	}

	/** Ends here unless the user may say whose script the shop's pages load, or the file that Afterword gives has said it. */
	public static function allow_address() {
		self::allow_if( '' !== Afterword_Connection::address() || current_user_can( 'unfiltered_html' ) );
	}

	/** Leads back to this page, which says what became of it. */
	public static function leave( $done ) {
		wp_redirect( self::address( $done ) ); // phpcs:ignore WordPress.Security.SafeRedirect -- this site's own, whose host may be another one than that of its pages.
		exit;
	}

	public static function save() {
		self::allow_if( current_user_can( 'manage_woocommerce' ) );
		check_admin_referer( self::SAVE );
		if ( Afterword_Connection::stored() ) {
			$key = sanitize_text_field( wp_unslash( $_POST['consent'] ?? '' ) );
			'' === $key ? delete_option( Afterword_State::CONSENT ) : update_option( Afterword_State::CONSENT, $key, false );
			self::leave( 'consent' );
		}
		$text = trim( wp_unslash( $_POST['shop'] ?? '' ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- only an address is taken out of it.
		'' === $text || self::allow_address();
		self::leave( self::enter( $text ) );
	}

	/**
	 * Takes what the merchant entered, and asks Afterword at once.
	 *
	 * @param string $text The lines or the address; empty to show nothing.
	 * @return string What became of it.
	 */
	public static function enter( $text ) {
		$shop = Afterword_Shop::parse( $text );
		if ( '' !== $text && ( ! $shop || ! in_array( Afterword_Connection::address(), array( '', $shop->base ), true ) ) ) {
			return 'unknown';
		}
		$shop ? update_option( Afterword_Shop::ENTERED, $shop->address() ) : delete_option( Afterword_Shop::ENTERED );
		if ( ! Afterword_Shop::current() ) {
			return 'none';
		}
		return Afterword_Answers::renew() ? 'saved' : 'silent';
	}

	private static function notices() {
		return array(
			'saved'             => array( 'success', __( 'Saved. Your shop shows the reviews in Afterword.', 'afterword' ) ),
			'consent'           => array( 'success', __( 'Saved. It counts for every order that is sent from now on.', 'afterword' ) ),
			'none'              => array( 'success', __( 'Saved. Your shop shows WooCommerce\'s own reviews.', 'afterword' ) ),
			'silent'            => array( 'warning', __( 'Saved, but Afterword has not answered with reviews. The plug-in asks again every five minutes. Check the shop\'s name in the address, and that the shop shows its reviews.', 'afterword' ) ),
			'unknown'           => array( 'error', __( 'Not saved: this has no address of a shop\'s reviews in it, such as https://reviews.example.com/p/acme.', 'afterword' ) ),
			'connected'         => array( 'success', __( 'Connected. Your products and newest orders are on their way.', 'afterword' ) ),
			'reviews'           => array( 'success', __( 'Noted. What becomes of the reviews stands below.', 'afterword' ) ),
			'disconnected'      => array( 'success', __( 'Disconnected. Afterword gets nothing more from this shop.', 'afterword' ) ),
			'disconnected_here' => array( 'warning', __( 'Disconnected here, but Afterword has not answered. End the connection in its console, too, under Settings, Orders.', 'afterword' ) ),
			'no_address'        => array( 'error', __( 'Not connected: enter Afterword\'s address, such as https://reviews.example.com.', 'afterword' ) ),
			'denied'            => array( 'warning', __( 'Not connected, because it was not allowed in Afterword.', 'afterword' ) ),
			'stale'             => array( 'error', __( 'Not connected: this took longer than ten minutes, or was begun elsewhere. Press Connect once more.', 'afterword' ) ),
			'failed'            => array( 'error', __( 'Not connected, because Afterword gave this shop no key. Press Connect once more.', 'afterword' ) ),
		);
	}

	/** Why Afterword takes no call of a connected shop, as a sentence; empty if it does. */
	public static function refusal() {
		$connection = Afterword_Connection::stored();
		if ( empty( $connection['key'] ) ) {
			return __( 'The connection was ended in Afterword. Nothing is sent any more, until you connect again.', 'afterword' );
		}
		return $connection['is_copy'] ? __( 'This seems to be a copy of your shop, because its address is another one. Nothing is sent from here. If the shop has moved, an owner confirms it in Afterword\'s console, under Settings, Orders.', 'afterword' ) : '';
	}

	/** What keeps Afterword from hearing of the shop, or the shop from showing its reviews, as sentences. */
	private static function problems() {
		$connection = Afterword_Connection::stored();
		$problems   = array();
		$answered   = Afterword_Answers::answered();
		// Without its cron, the shop asks nobody for an answer.
		$is_idle = $connection && Afterword_Outbox::status()['cron'] < time() - HOUR_IN_SECONDS;
		if ( ! $is_idle && $answered && $answered < time() - Afterword_Answers::TRUSTED ) {
			/* translators: %s: a time such as "2 days". */
			$problems[] = sprintf( __( 'Afterword has not answered with reviews for %s. Until it does, products show WooCommerce\'s own reviews, and the last answer where there are none.', 'afterword' ), human_time_diff( $answered ) );
		}
		if ( ! $connection ) {
			return $problems;
		}
		$counts     = Afterword_Outbox::counts();
		$problems[] = self::refusal();
		if ( $is_idle || ( '' === self::refusal() && $counts->is_late ) ) {
			// This is why all else waits.
			array_unshift( $problems, __( 'WordPress does not run its scheduled tasks, so that changes wait. Ask your host to call wp-cron.php every minute.', 'afterword' ) );
		}
		if ( $counts->given_up ) {
			/* translators: %s: a number. */
			$problems[] = sprintf( __( 'Orders and products that could not be sent within seven days: %s. They are tried once a day; WooCommerce\'s log says why.', 'afterword' ), number_format_i18n( $counts->given_up ) );
		}
		return array_filter( $problems );
	}

	/** Adds one test to Site Health. */
	public static function add_test( $tests ) {
		if ( Afterword_Shop::current() ) {
			$tests['direct']['afterword'] = array( 'label' => 'Afterword', 'test' => array( __CLASS__, 'test' ) );
		}
		return $tests;
	}

	public static function test() {
		$problems = self::problems();
		return array(
			'label'       => $problems ? __( 'Afterword and this shop are not in touch', 'afterword' ) : __( 'Afterword and this shop are in touch', 'afterword' ),
			'status'      => $problems ? 'critical' : 'good',
			'badge'       => array( 'label' => 'Afterword', 'color' => 'blue' ),
			'description' => '<p>' . implode( '</p><p>', array_map( 'esc_html', array_merge( $problems, self::facts() ) ) ) . '</p>',
			'actions'     => self::link(),
			'test'        => 'afterword',
		);
	}

	private static function facts() {
		$status   = Afterword_Outbox::status();
		$answered = max( $status['answered'], Afterword_Answers::answered() );
		/* translators: %s: a time such as "3 minutes". */
		$facts = array( $answered ? sprintf( __( 'Last answer %s ago.', 'afterword' ), human_time_diff( $answered ) ) : __( 'Afterword has not answered yet.', 'afterword' ) );
		if ( ! Afterword_Connection::stored() ) {
			return $facts;
		}
		$counts = Afterword_Outbox::counts();
		/* translators: %s: a number. */
		array_unshift( $facts, sprintf( __( 'Orders that Afterword took in the last 24 hours: %s.', 'afterword' ), number_format_i18n( $counts->taken ) ) );
		/* translators: %s: a number. */
		$facts[] = sprintf( __( 'Orders and products that wait to be sent: %s.', 'afterword' ), number_format_i18n( $counts->waiting ) );
		if ( $counts->since ) {
			/* translators: %s: a time such as "3 minutes". */
			$facts[] = sprintf( __( 'The oldest has waited for %s.', 'afterword' ), human_time_diff( $counts->since ) );
		}
		if ( $status['cron'] ) {
			/* translators: %s: a time such as "3 minutes". */
			$facts[] = sprintf( __( 'WordPress\' scheduled tasks ran %s ago.', 'afterword' ), human_time_diff( $status['cron'] ) );
		}
		return $facts;
	}

	/** `wp afterword status` */
	public static function status() {
		array_map( array( 'WP_CLI', 'warning' ), self::problems() );
		array_map( array( 'WP_CLI', 'log' ), self::facts() );
	}

	public static function show() {
		$done    = isset( $_GET['done'] ) ? sanitize_key( $_GET['done'] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification -- it only chooses a sentence.
		$notice  = self::notices()[ $done ] ?? null;
		$message = 'failed' === $done ? (string) get_transient( Afterword_Connection::MESSAGE . get_current_user_id() ) : '';
		$shop    = Afterword_Shop::current();

		// They may say that the connection has ended.
		Afterword_Old_Reviews::read();
		$coming     = Afterword_Connection::coming();
		$connection = Afterword_Connection::stored();

		echo '<div class="wrap"><h1>Afterword</h1>';
		if ( $notice ) {
			self::say( $notice[0], trim( "$notice[1] $message" ) );
		}
		if ( 'yes' !== get_option( 'woocommerce_enable_reviews' ) || 'yes' !== get_option( 'woocommerce_enable_review_rating' ) ) {
			self::say( 'warning', __( 'WooCommerce shows no reviews or stars, and so none of Afterword\'s: switch on product reviews and star ratings in WooCommerce, Settings, Products.', 'afterword' ) );
		}
		if ( $connection && '' === self::refusal() ) {
			/* translators: %s: the shop's name in Afterword. */
			printf( '<p><strong>' . esc_html__( 'Connected with %s', 'afterword' ) . '</strong></p>', sprintf( '<a href="%s">%s</a>', esc_url( $connection['base'] . '/console' ), esc_html( $connection['name'] ) ) );
		}
		array_map( array( __CLASS__, 'paragraph' ), $connection ? self::facts() : array() );
		if ( $connection && '' === self::refusal() ) {
			self::show_coming( $coming, $connection['base'] . '/console/settings' );
		}
		$problems = self::problems();
		if ( isset( $coming['error'] ) && '' === self::refusal() ) {
			$problems[] = trim( __( 'Afterword does not answer. Try again later.', 'afterword' ) . ' ' . $coming['error'] );
		}
		foreach ( $problems as $problem ) {
			// Inline, or WordPress moves it above all else.
			self::say( 'error inline', $problem );
		}
		self::show_connection( $connection );
		if ( $shop ) {
			self::show_rest( $shop );
		} else {
			self::show_that_they_stay( Afterword_Old_Reviews::count( 0 ) );
		}
		if ( $connection ) {
			self::begin_form( Afterword_Connection::DISCONNECT );
			$asks = __( 'Disconnect this shop? What waits is not sent, and nobody will be asked about orders that are completed before you connect again. WooCommerce\'s own reviews are shown.', 'afterword' );
			self::end_form( __( 'Disconnect', 'afterword' ), 'delete', array( 'onclick' => "return confirm( '" . esc_js( $asks ) . "' )" ) );
		}
		echo '</div>';
	}

	/** What emails wait for, or when the first leave. */
	private static function show_coming( array $coming, $settings ) {
		$waits = $coming['waits'] ?? '';
		$day   = fn( $time ) => strtotime( $time ) > time() ? wp_date( get_option( 'date_format' ), strtotime( $time ) ) : '';
		$first = $day( $coming['first_email_at'] ?? '' );
		$until = $day( $coming['paused_until'] ?? '' );
		if ( 'address' === $waits ) {
			self::linked( "$settings#place", __( 'Emails wait: your shop has no postal address.', 'afterword' ) );
		} elseif ( 'pause' === $waits ) {
			/* translators: %s: a date. */
			self::linked( "$settings#pause", $until ? sprintf( __( 'Sending is paused until %s.', 'afterword' ), $until ) : __( 'Sending is paused.', 'afterword' ) );
		} elseif ( $first ) {
			/* translators: %s: a date. */
			self::paragraph( sprintf( __( 'The first emails leave on %s.', 'afterword' ), $first ) );
		}
	}

	private static function say( $kind, $sentence ) {
		printf( '<div class="notice notice-%s"><p>%s</p></div>', esc_attr( $kind ), esc_html( $sentence ) );
	}

	private static function show_connection( $connection ) {
		if ( ! $connection ) {
			self::show_connect( __( 'Connect', 'afterword' ) );
			self::begin_form( self::SAVE );
			self::label( 'afterword-shop', __( 'Or show reviews only', 'afterword' ) );
			printf( '<p><textarea id="afterword-shop" name="shop" rows="3" class="large-text code" aria-describedby="afterword-about">%s</textarea></p>', esc_textarea( (string) get_option( Afterword_Shop::ENTERED, '' ) ) );
			self::about( __( 'Paste the lines from Products, In your shop, in Afterword\'s console, or the address of your reviews, such as https://reviews.example.com/p/acme. Afterword then hears of no orders.', 'afterword' ) );
			self::end_form( __( 'Save', 'afterword' ), 'secondary' );
			return;
		}
		if ( '' === $connection['key'] ) {
			self::show_connect( __( 'Connect again', 'afterword' ), $connection['base'] );
		}
		self::begin_form( self::SAVE );
		self::label( 'afterword-consent', __( 'Consent field', 'afterword' ) );
		printf( '<p><input id="afterword-consent" name="consent" class="regular-text code" value="%s" aria-describedby="afterword-about"></p>', esc_attr( (string) get_option( Afterword_State::CONSENT, '' ) ) );
		self::about( __( 'If your checkout asks whether the customer agrees to be asked for a review: the name of the field in the order\'s metadata in which the answer is stored. Otherwise leave it empty.', 'afterword' ) );
		self::end_form( __( 'Save', 'afterword' ), 'secondary' );
	}

	private static function show_connect( $button, $base = '' ) {
		self::begin_form( Afterword_Connection::CONNECT );
		printf( '<p>%s</p>', esc_html__( 'Afterword gets your published products, the orders of the last 90 days, and every later change. It asks nobody about what was completed before. You can disconnect at any time.', 'afterword' ) );
		if ( '' === Afterword_Connection::address() ) {
			self::label( 'afterword-base', __( 'Afterword\'s address', 'afterword' ) );
			printf( '<p><input id="afterword-base" name="base" type="url" class="regular-text code" placeholder="https://reviews.example.com" value="%s" required></p>', esc_attr( $base ) );
		}
		self::end_form( $button, 'primary' );
	}

	private static function label( $field, $text ) {
		printf( '<p><label for="%s"><strong>%s</strong></label></p>', esc_attr( $field ), esc_html( $text ) );
	}

	private static function about( $sentence ) {
		printf( '<p id="afterword-about" class="description">%s</p>', esc_html( $sentence ) );
	}

	private static function begin_form( $action ) {
		printf( '<form method="post" action="%s"><input type="hidden" name="action" value="%s">', esc_url( admin_url( 'admin-post.php' ) ), esc_attr( $action ) );
		wp_nonce_field( $action );
	}

	private static function end_form( $button, $kind, $attributes = array() ) {
		submit_button( $button, $kind, 'submit', true, $attributes + array( 'id' => "afterword-$kind" ) );
		echo '</form>';
	}

	private static function show_rest( Afterword_Shop $shop ) {
		printf( '<h2>%s</h2>', esc_html__( 'What changes in your shop', 'afterword' ) );
		self::paragraph( __( 'Stars, the order by rating, the reviews tab and the data for search engines are those of Afterword, for products without earlier reviews at once. WooCommerce\'s own reviews stay stored, and are back when you deactivate this plug-in.', 'afterword' ) );
		self::paragraph( __( 'While this plug-in is active, WooCommerce sends no review requests of its own, because Afterword does. WooCommerce\'s setting stays as it is, and counts again when you deactivate this plug-in.', 'afterword' ) );
		self::show_old_reviews( $shop );
	}

	private static function show_old_reviews( Afterword_Shop $shop ) {
		$state = Afterword_Old_Reviews::state();
		$own   = Afterword_Old_Reviews::count( $state['moved'] ? $state['seen'] : 0 );
		$sums  = $state['sums'];
		printf( '<h2>%s</h2>', esc_html__( 'Earlier reviews', 'afterword' ) );
		if ( $own && $state['moved'] ) {
			/* translators: %s: a number. */
			self::paragraph( sprintf( __( 'Reviews that were written in WooCommerce since the move: %s. Move once more to show them; Afterword takes none twice.', 'afterword' ), number_format_i18n( $own ) ) );
		} elseif ( $state['moved'] ) {
			self::paragraph( __( 'Your reviews are moved. Products show those in Afterword as soon as it has all of them, or in ten minutes.', 'afterword' ) );
		} else {
			self::show_that_they_stay( $own );
		}
		if ( $state['error'] ) {
			$sentences = array(
				'silent' => __( 'Afterword has not answered. The plug-in tries again by itself.', 'afterword' ),
				'ended'  => __( 'Afterword has not imported all of it; its console says why.', 'afterword' ),
			);
			self::paragraph( $sentences[ $state['error'] ] ?? __( 'Afterword takes no reviews from the plug-in. Download them as a file, and import it in Afterword\'s console under Files.', 'afterword' ) );
		} elseif ( $state['phase'] ) {
			self::paragraph( __( 'Afterword reads the reviews, about 80 in a second. This page shows when it is done.', 'afterword' ) );
			wp_print_inline_script_tag( sprintf( 'setTimeout( () => location.reload(), %d )', 1000 * Afterword_Old_Reviews::LOOK_SECONDS ) );
		} elseif ( $sums ) {
			$text = $state['is_trial']
				/* translators: %1$s, %2$s: numbers. */
				? __( 'The trial stored nothing. Reviews that would be imported: %1$s, lines that would be left out: %2$s.', 'afterword' )
				/* translators: %1$s, %2$s: numbers. */
				: __( 'Imported reviews: %1$s, lines that were left out: %2$s.', 'afterword' );
			// Those that an earlier move imported are there, too.
			$there = $state['is_trial'] ? 0 : $sums['duplicate'];
			self::paragraph( sprintf( $text, number_format_i18n( $sums['imported'] + $there ), number_format_i18n( $sums['skipped'] - $there ) ) );
			if ( ! $state['is_trial'] && ! $state['moved'] ) {
				self::paragraph( __( 'Most of them are not public in Afterword, so your shop still shows WooCommerce\'s. Publish them there, and then press the last button.', 'afterword' ) );
			}
		}
		foreach ( $state['imports'] as $import ) {
			self::linked( "{$shop->base}/console/files/$import", $state['is_trial'] ? __( 'Report', 'afterword' ) : __( 'Report and undo', 'afterword' ) );
		}
		if ( ! $own || $state['phase'] ) {
			return;
		}
		self::begin_form( Afterword_Old_Reviews::ACTION );
		echo '<p>';
		if ( '' === self::refusal() ) {
			self::button( Afterword_Old_Reviews::MOVE, __( 'Move the reviews', 'afterword' ) );
			self::button( Afterword_Old_Reviews::TRY_IT, __( 'Try it first', 'afterword' ) );
		}
		self::button( Afterword_Old_Reviews::DOWNLOAD, __( 'Download them as a file', 'afterword' ) );
		if ( ! $state['moved'] ) {
			self::button( Afterword_Old_Reviews::MOVED, __( 'Show only those in Afterword', 'afterword' ) );
		}
		echo '</p></form>';
		self::paragraph( __( 'All reviews of this shop go, with those that wait and spam, answers, and photos of CusRev. Afterword shows none that is not public here. Nothing is deleted in WooCommerce.', 'afterword' ) );
	}

	private static function show_that_they_stay( $own ) {
		if ( $own ) {
			/* translators: %s: a number of reviews. */
			self::paragraph( sprintf( _n( 'Your %s review stays visible until you move it.', 'Your %s reviews stay visible until you move them.', $own, 'afterword' ), number_format_i18n( $own ) ) );
		}
	}

	private static function paragraph( $sentence ) {
		printf( '<p>%s</p>', esc_html( $sentence ) );
	}

	private static function linked( $address, $text ) {
		printf( '<p><a href="%s">%s</a></p>', esc_url( $address ), esc_html( $text ) );
	}

	private static function button( $does, $text ) {
		printf( '<button class="button" name="do" value="%s">%s</button> ', esc_attr( $does ), esc_html( $text ) );
	}
}
