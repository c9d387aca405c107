using Dashboard.Application.Board;
using Dashboard.Application.Board.Columns;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Board.Views;
using Dashboard.Application.Calendar;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Sending;
using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Journal;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.People;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Sync.Reading;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Holidays;
using Dashboard.Application.Workspaces.Invitations;
using Dashboard.Application.Workspaces.Members;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Application;

/// <summary>Every use case, grouped by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services) => services
        .AddReplicas()
        .AddPeople()
        .AddWorkspaces()
        .AddConnections()
        .AddSync()
        .AddChanges()
        .AddBoard()
        .AddFeeds()
        .AddTasks()
        .AddRecords();

    private static IServiceCollection AddReplicas(this IServiceCollection services)
    {
        services.TryAddSingleton<ReplicaOptions>();
        return services.AddSingleton<ThisReplica>().AddSingleton<Leases>();
    }

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<ListSessions>()
        .AddSingleton<ShowSettings>()
        .AddSingleton<SaveSettings>()
        .AddSingleton<ListDaysOff>()
        .AddSingleton<AddDayOff>()
        .AddSingleton<RemoveDayOff>();

    private static IServiceCollection AddWorkspaces(this IServiceCollection services) => services
        .AddSingleton<CreateWorkspace>()
        .AddSingleton<ListWorkspaces>()
        .AddSingleton<InviteMember>()
        .AddSingleton<PreviewInvitation>()
        .AddSingleton<AcceptInvitation>()
        .AddSingleton<WithdrawInvitation>()
        .AddSingleton<ListMembers>()
        .AddSingleton<ChangeRole>()
        .AddSingleton<RemoveMember>()
        .AddSingleton<LeaveWorkspace>()
        .AddSingleton<ListHolidays>()
        .AddSingleton<AddHoliday>()
        .AddSingleton<RemoveHoliday>();

    private static IServiceCollection AddConnections(this IServiceCollection services) => services
        .AddSingleton<ConnectionStore>()
        .AddSingleton<StartConnect>()
        .AddSingleton<FinishConnect>()
        .AddSingleton<DisconnectHubSpot>()
        .AddSingleton<ShowConnection>()
        .AddSingleton<LookForOperationIds>()
        .AddSingleton<AddOperationIds>()
        .AddSingleton<TokenSource>();

    private static IServiceCollection AddSync(this IServiceCollection services) => services
        .AddSingleton<SyncBell>()
        .AddSingleton<RecordKinds>()
        .AddSingleton<RecordStages>()
        .AddSingleton<PreparePortal>()
        .AddSingleton<NameRecords>()
        .AddSingleton<ReadTasks>()
        .AddSingleton<ReadTasksInOneGo>()
        .AddSingleton<ReadModified>()
        .AddSingleton<FindLinks>()
        .AddSingleton<FullSync>()
        .AddSingleton<DeltaSync>()
        .AddSingleton<SyncWorkspace>()
        .AddSingleton<HintBell>()
        .AddSingleton<WebhookTally>()
        .AddSingleton<TakeHints>()
        .AddSingleton<ReadHinted>()
        .AddSingleton<NameLinked>()
        .AddSingleton<FollowHints>()
        .AddSingleton<FollowRecordHints>()
        .AddSingleton<RetryHints>()
        .AddSingleton<ComparePage>()
        .AddSingleton<CompareIndex>()
        .AddSingleton<WalkBin>()
        .AddSingleton<VerifyIndex>()
        .AddSingleton<AskSeries>()
        .AddSingleton<ShowFreshness>()
        .AddSingleton<RefreshTask>();

    private static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<ChangeBell>()
        .AddSingleton<ChangeQueue>()
        .AddSingleton<ChangeSender>()
        .AddSingleton<OneByOne>()
        .AddSingleton<BeforeSending>()
        .AddSingleton<ReadBack>()
        .AddSingleton<PutTheirsBack>()
        .AddSingleton<ReportUndo>()
        .AddSingleton<SettleHeld>()
        .AddSingleton<SendUpdates>()
        .AddSingleton<SendCreations>()
        .AddSingleton<CreateApart>()
        .AddSingleton<CreateUnderId>()
        .AddSingleton<LinkCreated>()
        .AddSingleton<FindCreated>()
        .AddSingleton<SendDeletions>()
        .AddSingleton<SendLinks>()
        .AddSingleton<SettleChange>()
        .AddSingleton<SettleCreation>()
        .AddSingleton<SettleDeletion>()
        .AddSingleton<SettleLink>()
        .AddSingleton<ForgetValues>()
        .AddSingleton<UndoChange>()
        .AddSingleton<RetryChange>()
        .AddSingleton<DropChange>()
        .AddSingleton<ShowWants>()
        .AddSingleton<AnswerWants>()
        .AddSingleton<ShowJournal>()
        .AddSingleton<CountOpenChanges>()
        .AddSingleton<MeasureWorkspace>();

    private static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddSingleton<BoardCache>()
        .AddSingleton<ShowBoard>()
        .AddSingleton<ShowCalendar>()
        .AddSingleton<KeptCalendars>()
        .AddSingleton<AcceptSpread>()
        .AddSingleton<ProposeSpread>()
        .AddSingleton<ShowColumn>()
        .AddSingleton<MoveTask>()
        .AddSingleton<ToggleTask>()
        .AddSingleton<AddCard>()
        .AddSingleton<ListTasks>()
        .AddSingleton<NextInList>()
        .AddSingleton<ExportTasks>()
        .AddSingleton<SaveView>()
        .AddSingleton<ListViews>()
        .AddSingleton<DeleteView>()
        .AddSingleton<SetDefaultView>();

    private static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<CreateFeed>()
        .AddSingleton<ListFeeds>()
        .AddSingleton<RenewFeed>()
        .AddSingleton<RevokeFeed>()
        .AddSingleton<FindFeed>()
        .AddSingleton<ReadFeed>();

    private static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddSingleton<ShowTask>()
        .AddSingleton<ShowHistory>()
        .AddSingleton<TaskChoices>()
        .AddSingleton<ShowQueues>()
        .AddSingleton<FollowTask>()
        .AddSingleton<CreateTask>()
        .AddSingleton<EditTask>()
        .AddSingleton<DeleteTask>()
        .AddSingleton<NextTask>()
        .AddSingleton<ShowWorkingDays>()
        .AddSingleton<PlanBulk>()
        .AddSingleton<RunBulk>()
        .AddSingleton<ShowBulk>()
        .AddSingleton<RetryBulk>()
        .AddSingleton<UndoBulk>();

    private static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<FindRecords>()
        .AddSingleton<TallyRecords>()
        .AddSingleton<ShowKinds>()
        .AddSingleton<ShowRecord>()
        .AddSingleton<RefreshRecord>()
        .AddSingleton<ShowLabels>()
        .AddSingleton<AssociateTask>()
        .AddSingleton<LabelLink>()
        .AddSingleton<DissociateTask>()
        .AddSingleton<ParseTaskLine>()
        .AddSingleton<PinTask>()
        .AddSingleton<UnpinTask>()
        .AddSingleton<ShowPins>();
}
