using System.Text.Encodings.Web;
using Dashboard.Application.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>
/// Signs people in at an OpenID Connect provider: authorization code flow with PKCE, answers by query only.
/// https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth
/// </summary>
internal sealed class OidcHandler(
    IOptionsMonitor<OidcOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ProviderCache providers,
    OidcClient client,
    Attempts attempts,
    SignInThrottle throttle,
    PersonDirectory people,
    PublicOrigin origin,
    IDataProtectionProvider protection)
    : RemoteAuthenticationHandler<OidcOptions>(options, loggers, encoder), IAuthenticationSignOutHandler
{
    private StateProtector<SignInState> States => new(protection, Scheme.Name, TimeProvider);

    private StateProtector<SignedOutState> SignedOutStates => new(protection, Scheme.Name, TimeProvider);

    public override async Task<bool> HandleRequestAsync()
    {
        if (Request.Path == Options.SignedOutCallbackPath)
        {
            await ReturnFromProviderAsync();
            return true;
        }

        if (Request.Path != Options.CallbackPath)
        {
            return false;
        }

        SignInPages.Guard(Response);
        if (!HttpMethods.IsGet(Request.Method))
        {
            Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            Response.Headers.Allow = HttpMethods.Get;
            return true;
        }

        return await FinishAsync();
    }

    /// <summary>The local session is gone when this runs; the provider's ends if it can be reached.</summary>
    public async Task SignOutAsync(AuthenticationProperties? properties)
    {
        var returnPath = ReturnPath.OrHome(properties?.RedirectUri);
        var provider = await providers.GetAsync(Options, Context.RequestAborted);
        if (!provider.Ok || provider.Value.EndSessionEndpoint is not { } endpoint || properties?.GetString(OidcItems.IdToken) is not { } idToken)
        {
            Response.Redirect(returnPath);
            return;
        }

        Response.Redirect(OidcAddresses.SignOut(
            endpoint, idToken, origin.Of(Request) + Options.SignedOutCallbackPath,
            SignedOutStates.Protect(new SignedOutState(returnPath), Attempts.Lifetime), Options));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        SignInPages.Guard(Response);
        if (!throttle.Allows(Context.Connection.RemoteIpAddress))
        {
            await ShowAsync(SignInFailure.TooMany("The limit per address was reached."));
            return;
        }

        try
        {
            var provider = await providers.GetAsync(Options, Context.RequestAborted);
            if (provider.Ok)
            {
                await SendAwayAsync(provider.Value, properties);
            }
            else
            {
                await ShowAsync((SignInFailure)provider.Failure);
            }
        }
        catch (Exception fault) when (!Context.RequestAborted.IsCancellationRequested)
        {
            Logger.LogError(fault, "Sign-in broke off");
            await ShowAsync(SignInFailure.Unavailable("Starting threw."));
        }
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        if (CallbackAnswer.Read(Request.Query) is not { } answer)
        {
            return Refuse(SignInFailure.NotAccepted("The answer had tokens in its address or a parameter twice."));
        }

        if (States.Unprotect(answer.State) is not { } state)
        {
            return Refuse(SignInFailure.NotStartedHere("The state is missing, not ours or too old."));
        }

        if (!await attempts.SpendAsync(Context, state.Id, Context.RequestAborted))
        {
            return Refuse(SignInFailure.NotStartedHere("The browser did not begin it, or it was finished before."));
        }

        var identity = await IdentifyAsync(answer, state);
        return identity.Ok ? await TicketAsync(identity.Value.Identity, identity.Value.IdToken, state) : Refuse((SignInFailure)identity.Failure);
    }

    private static HandleRequestResult Refuse(SignInFailure failure) => HandleRequestResult.Fail(new SignInRefusedException(failure));

    private async Task<bool> FinishAsync()
    {
        if (!throttle.Allows(Context.Connection.RemoteIpAddress))
        {
            await ShowAsync(SignInFailure.TooMany("The limit per address was reached."));
            return true;
        }

        try
        {
            return await base.HandleRequestAsync();
        }
        catch (AuthenticationFailureException refused) when (refused.InnerException is SignInRefusedException { Failure: var failure })
        {
            await ShowAsync(failure);
        }
        catch (Exception fault) when (!Context.RequestAborted.IsCancellationRequested)
        {
            // The store is down, most likely: then nobody is signed in.
            Logger.LogError(fault, "Sign-in broke off");
            await ShowAsync(SignInFailure.Unavailable("Finishing threw."));
        }

        return true;
    }

    private async Task SendAwayAsync(Provider provider, AuthenticationProperties properties)
    {
        var state = new SignInState(
            SignInState.Random256(), SignInState.Random256(), SignInState.Random256(),
            ReturnPath.OrHome(properties.RedirectUri), origin.Of(Request) + Options.CallbackPath, provider.Issuer);
        await attempts.BeginAsync(Context, state.Id, Context.RequestAborted);

        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers.Location = OidcAddresses.SignIn(provider, state, States.Protect(state, Attempts.Lifetime), Options);
    }

    private async Task<Result<(Identity Identity, string IdToken)>> IdentifyAsync(CallbackAnswer answer, SignInState state)
    {
        var provider = await providers.GetAsync(Options, Context.RequestAborted);
        if (!provider.Ok)
        {
            return provider.Failure;
        }

        // https://www.rfc-editor.org/rfc/rfc9207: a code must go back to the provider it came from.
        if (state.Issuer != provider.Value.Issuer || (answer.Issuer is null ? provider.Value.NamesItself : answer.Issuer != provider.Value.Issuer))
        {
            return SignInFailure.NotAccepted("The answer came from another issuer than the one asked.");
        }

        if (answer.Error is not null)
        {
            return answer.Error is "temporarily_unavailable" or "server_error"
                ? SignInFailure.Unavailable("The provider answered with an error of its own.")
                : SignInFailure.Denied("The provider answered that the person may not or did not want to sign in.");
        }

        return answer.Code is { Length: > 0 and <= 4096 } code
            ? await client.RedeemAsync(code, state, provider.Value, Options, Context.RequestAborted)
            : SignInFailure.NotAccepted("The answer had no code.");
    }

    private async Task<HandleRequestResult> TicketAsync(Identity identity, string idToken, SignInState state)
    {
        if (!throttle.AllowsAccount(identity.Issuer, identity.Subject))
        {
            return Refuse(SignInFailure.TooMany("The limit per account was reached."));
        }

        var person = await people.FindOrCreateAsync(identity, Context.RequestAborted);
        var properties = new AuthenticationProperties { RedirectUri = state.ReturnPath };
        properties.SetString(OidcItems.IdToken, idToken);
        properties.SetString(OidcItems.ProviderSession, identity.ProviderSession);
        Logger.LogInformation("Signed in: person {PersonId}", person.Id);
        return HandleRequestResult.Success(new AuthenticationTicket(SignedInPerson.Principal(person), properties, Scheme.Name));
    }

    private async Task ReturnFromProviderAsync()
    {
        SignInPages.Guard(Response);
        if (Request.Query["state"] is [{ } text] && SignedOutStates.Unprotect(text) is { } state)
        {
            Response.Redirect(ReturnPath.OrHome(state.ReturnPath));
            return;
        }

        await SignInPages.SignedOut(Context).ExecuteAsync(Context);
    }

    private Task ShowAsync(SignInFailure failure)
    {
        Logger.LogWarning("Sign-in refused: {Detail} Reference {Reference}", failure.Detail, SignInPages.Reference(Context));
        return SignInPages.Failed(Context, failure).ExecuteAsync(Context);
    }
}
