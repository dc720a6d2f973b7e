import type { RouteObject } from 'react-router'

import { page } from './page.tsx'
import { paths } from './paths.ts'
import { shellRoute } from './session/viewer.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { RootErrorPage, RouteErrorPage } from './shell/RouteErrorPage.tsx'
import { loader, Shell } from './shell/Shell.tsx'

/** Before sign-in. */
const outside = [
  page(paths.signIn(), () => import('./session/SignInPage.tsx'), 'SignInPage'),
  page(paths.firstPassword(), () => import('./session/FirstPasswordPage.tsx'), 'FirstPasswordPage'),
]

/** Behind sign-in: one line per page, each a chunk of its own. */
const inside = [
  page(paths.home(), () => import('./shell/HomePage.tsx'), 'HomePage'),
  page(paths.me(), () => import('./session/MyPage.tsx'), 'MyPage'),
  page(paths.password(), () => import('./session/PasswordPage.tsx'), 'PasswordPage'),
  page(paths.sessions(), () => import('./session/SessionsPage.tsx'), 'SessionsPage'),
  page(paths.overview(), () => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
  page(paths.areaFigures(':area'), () => import('./figures/AreaPage.tsx'), 'AreaPage'),
  page(paths.today(), () => import('./visits/TodayPage.tsx'), 'TodayPage'),
  page(paths.calendarFeed(), () => import('./calendar/CalendarFeedPage.tsx'), 'CalendarFeedPage'),
  page(paths.checkIn(':community', ':mark'), () => import('./visits/CheckInPage.tsx'), 'CheckInPage'),
  page(paths.checkInCode(':community'), () => import('./visits/CheckInCodePage.tsx'), 'CheckInCodePage'),
  page(paths.pairings(), () => import('./pairings/PairingListPage.tsx'), 'PairingListPage'),
  page(paths.pairingDesk(), () => import('./pairings/DeskPage.tsx'), 'DeskPage'),
  page(paths.pairingPreview(), () => import('./pairings/PreviewPage.tsx'), 'PreviewPage'),
  page(paths.pairing(':id'), () => import('./pairings/PairingPage.tsx'), 'PairingPage'),
  page(paths.streets(), () => import('./streets/StreetListPage.tsx'), 'StreetListPage'),
  page(paths.newStreet(), () => import('./streets/NewStreetPage.tsx'), 'NewStreetPage'),
  page(paths.editStreet(':code'), () => import('./streets/EditStreetPage.tsx'), 'EditStreetPage'),
  page(paths.communities(), () => import('./communities/CommunityListPage.tsx'), 'CommunityListPage'),
  page(paths.newCommunity(), () => import('./communities/NewCommunityPage.tsx'), 'NewCommunityPage'),
  page(paths.community(':code'), () => import('./communities/CommunityPage.tsx'), 'CommunityPage'),
  page(paths.editCommunity(':code'), () => import('./communities/EditCommunityPage.tsx'), 'EditCommunityPage'),
  page(paths.firms(), () => import('./firms/FirmListPage.tsx'), 'FirmListPage'),
  page(paths.newFirm(), () => import('./firms/NewFirmPage.tsx'), 'NewFirmPage'),
  page(paths.firm(':id'), () => import('./firms/FirmPage.tsx'), 'FirmPage'),
  page(paths.editFirm(':id'), () => import('./firms/EditFirmPage.tsx'), 'EditFirmPage'),
  page(paths.practitioners(), () => import('./practitioners/PractitionerListPage.tsx'), 'PractitionerListPage'),
  page(paths.newPractitioner(), () => import('./practitioners/NewPractitionerPage.tsx'), 'NewPractitionerPage'),
  page(paths.practitioner(':id'), () => import('./practitioners/PractitionerPage.tsx'), 'PractitionerPage'),
  page(paths.editPractitioner(':id'), () => import('./practitioners/EditPractitionerPage.tsx'), 'EditPractitionerPage'),
  page(paths.duties(), () => import('./duties/DutiesPage.tsx'), 'DutiesPage'),
  page(paths.visits(), () => import('./visits/VisitListPage.tsx'), 'VisitListPage'),
  page(paths.visit(':id'), () => import('./visits/VisitPage.tsx'), 'VisitPage'),
  page(paths.serviceLogs(), () => import('./serviceLogs/ServiceLogListPage.tsx'), 'ServiceLogListPage'),
  page(paths.logService({}), () => import('./serviceLogs/LogServicePage.tsx'), 'LogServicePage'),
  page(paths.serviceLog(':id'), () => import('./serviceLogs/ServiceLogPage.tsx'), 'ServiceLogPage'),
  page(paths.editServiceLog(':id'), () => import('./serviceLogs/EditServiceLogPage.tsx'), 'EditServiceLogPage'),
  page(paths.imports(), () => import('./imports/ImportListPage.tsx'), 'ImportListPage'),
  page(paths.import(':id'), () => import('./imports/ImportPage.tsx'), 'ImportPage'),
  page(paths.accounts(), () => import('./accounts/AccountListPage.tsx'), 'AccountListPage'),
  page(paths.newAccount(), () => import('./accounts/NewAccountPage.tsx'), 'NewAccountPage'),
  page(paths.batchAccounts(), () => import('./accounts/BatchAccountsPage.tsx'), 'BatchAccountsPage'),
  page(paths.liveSessions(), () => import('./accounts/LiveSessionsPage.tsx'), 'LiveSessionsPage'),
  page(paths.account(':id'), () => import('./accounts/AccountPage.tsx'), 'AccountPage'),
  page(paths.dictionaries(), () => import('./dictionaries/DictionariesPage.tsx'), 'DictionariesPage'),
  page(paths.settings(), () => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
  page(paths.audit(), () => import('./audit/AuditPage.tsx'), 'AuditPage'),
  page(paths.signIns(), () => import('./audit/SignInsPage.tsx'), 'SignInsPage'),
]

/** The kit's sheet of samples, for the browser tests; no other build has it. */
const kit =
  import.meta.env.MODE === 'kit'
    ? [
        page('/kit/list', () => import('./kit/KitListPage.tsx'), 'KitListPage'),
        page('/kit/parts', () => import('./kit/KitPartsPage.tsx'), 'KitPartsPage'),
      ]
    : []

export const routes: RouteObject[] = [
  {
    ErrorBoundary: RootErrorPage,
    children: [
      ...outside,
      {
        id: shellRoute,
        loader,
        Component: Shell,
        children: [
          { ErrorBoundary: RouteErrorPage, children: [...inside, ...kit, { path: '*', Component: NotFoundPage }] },
        ],
      },
    ],
  },
]
